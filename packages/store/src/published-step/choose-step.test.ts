import { randomBytes } from 'node:crypto'
import { halfYear, periodKey } from '@wayproof/kernel'
import { systemTokens } from '@wayproof/kernel/system'
import { listMeasures, RULES } from '@wayproof/scorecard'
import { answerCode, DEFAULT_QUESTIONNAIRE } from '@wayproof/survey'
import { expect, test } from 'vitest'
import type { StoreDatabase } from '../engine/store-database.ts'
import { factSource } from '../facts/fact-source.ts'
import { questionnaireStore } from '../questionnaires/questionnaire-store.ts'
import { openTestDatabase } from '../testing/engines.ts'
import { insertRows } from '../testing/insert-rows.ts'
import { cutTies } from '../unlinking/cut-ties.ts'
import { unlinkWave } from '../unlinking/unlink-wave.ts'
import { chooseMissingSteps, chooseStep } from './choose-step.ts'

const half = halfYear(2025, 2)
const period = periodKey(half)

interface Tally {
  readonly opinions: number
  readonly satisfied: number
}

/** A closed wave with the answers of four cells, by channel and trip type, to the headline item and to trust. */
async function closedWave(
  database: StoreDatabase,
  overall: readonly Tally[],
  trust: readonly Tally[] = [],
): Promise<void> {
  await questionnaireStore(database).publishQuestionnaire(DEFAULT_QUESTIONNAIRE, 0)
  const code = answerCode(DEFAULT_QUESTIONNAIRE)
  const { id, version } = DEFAULT_QUESTIONNAIRE
  const wave = {
    ...{ id: period, period, status: 'closed', mode: 'census', questionnaire_id: id, questionnaire_version: version },
    ...{ rule_version: '1', minimum_for_status: 30, smallest_group: 5, letter_limit: 3, checklist: '{}' },
    ...{ registered_count: 9999, frame_count: 9999, invited_count: 9999, merge_map: '{}' },
    ...{ opened_at: new Date(0), closes_at: new Date(1), sealed_closes_at: new Date(1) },
    ...{ first_reminder_days: 7, last_reminder_days: 14 },
    answered_count: overall.reduce((sum, { opinions }) => sum + opinions, 0),
  }
  const cells = [10, 14, 12, 9].map((weight, i) => ({
    ...{ id: `${i}`, wave_id: period, trip_type: i & 2 ? 'solo' : 'group', channel: i & 1 ? 'web' : 'app' },
    ...{ region: 'east', language: 'en', invited_count: 2_000, base_weight: weight },
  }))
  const answers = cells.flatMap(({ id: cell }, i) =>
    Array.from({ length: Math.max(overall[i]?.opinions ?? 0, trust[i]?.opinions ?? 0) }, (_, n) => {
      const values = { ...rated('overall', overall[i], n), ...rated('trust', trust[i], n) }
      return { wave_id: period, key: randomBytes(16), cell_id: cell, values: code.encode(values) }
    }),
  )
  const eligible = { tripType: { group: 600, solo: 900 }, channel: { app: 980, web: 520 } }
  const margins = Object.entries(eligible).flatMap(([margin, categories]) =>
    Object.entries(categories).map(([category, people]) => ({ wave_id: period, margin, category, eligible: people })),
  )
  await database.write(async (query) => {
    await insertRows(query, 'wave', [wave])
    await insertRows(query, 'cell', cells)
    await insertRows(query, 'answer', answers)
    await insertRows(query, 'frame_margin', margins)
  })
}

/** The rating of the `n`th respondent: first the satisfied ones, then the others, then those without an opinion. */
const rated = (item: string, { opinions, satisfied }: Tally = { opinions: 0, satisfied: 0 }, n: number) =>
  n < opinions ? { [item]: n < satisfied ? '5' : '2' } : {}

const tallies = (opinions: readonly number[], satisfied: readonly number[]): readonly Tally[] =>
  opinions.map((people, i) => ({ opinions: people, satisfied: satisfied[i] ?? 0 }))

const small = await tallies([48, 3, 38, 43], [41, 1, 34, 36])
const large = await tallies([480, 3, 380, 430], [410, 2, 340, 360])
const shown = await tallies([480, 103, 380, 430], [410, 91, 340, 360])

const stepIn = async (database: StoreDatabase) =>
  (
    await (
      await factSource(database, { timeZone: 'UTC', rules: RULES }).forHalfYear(periodKey(half))
    ).satisfaction(half)
  ).wave?.step

test.each([
  ['its verdict alone where few answered and one of its hidden groups has 3 people', small, 'verdict'],
  ['half points where more answered', large, 0.5],
  ['tenths of points where no group is hidden', shown, 0.1],
] as const)('unlinking a wave keeps that it shows %s', async (_, counts, step) => {
  const database = await openTestDatabase(() => 0)
  await closedWave(database, counts)
  expect(await stepIn(database)).toBe('verdict')
  await unlinkWave(database, { tokens: systemTokens }, period, 1)
  expect(await stepIn(database)).toBe(step)
  expect(await database.query.get('SELECT published_step FROM wave')).toEqual({ published_step: String(step) })
})

test('trust, weighted like the headline, also decides', async () => {
  const database = await openTestDatabase(() => 0)
  await closedWave(database, shown, small)
  await unlinkWave(database, { tokens: systemTokens }, period, 1)
  const facts = factSource(database, { timeZone: 'UTC', rules: RULES })
  expect(await stepIn(database)).toBe('verdict')
  expect((await (await facts.forHalfYear(periodKey(half))).indicators(half, '2025-12-31')).survey?.step).toBe('verdict')
  const clock = { now: () => Date.UTC(2026, 1, 1) }
  const listed = await listMeasures({ facts, clock, timeZone: 'UTC', sealed: async () => null }, { period })
  const values = listed.ok
    ? listed.value.measures.flatMap(({ indicators }) => indicators.map(({ value }) => value.kind))
    : []
  expect(values).toContain('withheld')
  expect(values).not.toContain('weighted')
})

test('a wave that an earlier version unlinked without a step gets one', async () => {
  const database = await openTestDatabase(() => 0)
  await closedWave(database, large)
  await cutTies(database, period, 1, 'plain')
  await database.write((query) => query.run(`UPDATE wave SET status = 'unlinked'`))
  expect(await stepIn(database)).toBe(0.1)
  await chooseMissingSteps(database)
  expect(await stepIn(database)).toBe(0.5)
})

test('a search that takes too long ends with the verdict alone, and lets other work run in between', async () => {
  // The clock advances by 0.5 s at each reading.
  let looks = 0
  const database = await openTestDatabase(() => {
    looks += 1
    return 500 * looks
  })
  await closedWave(database, large)
  await cutTies(database, period, 1, 'plain')
  let turns = 0
  const others = setInterval(() => (turns += 1), 0)
  looks = 0
  expect(await chooseStep(database, period)).toBe('verdict')
  clearInterval(others)
  expect(looks).toBeLessThan(30)
  expect(turns).toBeGreaterThan(2)
})
