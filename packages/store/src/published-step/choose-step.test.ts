import { halfYear, periodKey } from '@wayproof/kernel'
import { listMeasures, RULES } from '@wayproof/scorecard'
import { answerCode, DEFAULT_QUESTIONNAIRE } from '@wayproof/survey'
import { expect, test } from 'vitest'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'
import { factSource } from '../facts/fact-source.ts'
import { questionnaireStore } from '../questionnaires/questionnaire-store.ts'
import { openTestSqlite } from '../testing/test-sqlite.ts'
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
  database: SqliteDatabase,
  overall: readonly Tally[],
  trust: readonly Tally[] = [],
): Promise<void> {
  await questionnaireStore(database).publishQuestionnaire(DEFAULT_QUESTIONNAIRE, 0)
  const code = answerCode(DEFAULT_QUESTIONNAIRE)
  const answered = overall.reduce((sum, { opinions }) => sum + opinions, 0)
  await database.write((sql) => {
    sql(`INSERT INTO wave (id, period, status, mode, questionnaire_id, questionnaire_version, rule_version,
        minimum_for_status, smallest_group, registered_count, frame_count, invited_count, merge_map, opened_at, closes_at,
        sealed_closes_at, first_reminder_days, last_reminder_days, letter_limit, checklist, answered_count)
      VALUES (@period, @period, 'closed', 'census', @id, @version, '1', 30, 5, 9999, 9999, 9999, '{}', 0, 1, 1, 7, 14, 3,
        '{}', @answered)`).run({
      period,
      id: DEFAULT_QUESTIONNAIRE.id,
      version: DEFAULT_QUESTIONNAIRE.version,
      answered,
    })
    for (const [i, weight] of [10, 14, 12, 9].entries()) {
      const [trip, channel] = [i & 2 ? 'solo' : 'group', i & 1 ? 'web' : 'app']
      sql('INSERT INTO cell VALUES (?, ?, ?, ?, ?, ?, ?, ?)').run(
        `${i}`,
        period,
        trip,
        channel,
        'east',
        'en',
        2_000,
        weight,
      )
      const answer = sql('INSERT INTO answer (wave_id, key, cell_id, "values") VALUES (?, randomblob(16), ?, ?)')
      const answers = Math.max(overall[i]?.opinions ?? 0, trust[i]?.opinions ?? 0)
      for (let n = 0; n < answers; n += 1) {
        const values = { ...rated('overall', overall[i], n), ...rated('trust', trust[i], n) }
        answer.run(period, `${i}`, code.encode(values))
      }
    }
    const margins = { trip_type: { group: 600, solo: 900 }, channel: { app: 980, web: 520 } }
    for (const [margin, categories] of [
      ['tripType', margins.trip_type] as const,
      ['channel', margins.channel] as const,
    ]) {
      for (const [category, eligible] of Object.entries(categories))
        sql('INSERT INTO frame_margin VALUES (?, ?, ?, ?)').run(period, margin, category, eligible)
    }
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

const stepIn = async (database: SqliteDatabase) =>
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
  const database = await openTestSqlite(undefined, () => 0)
  await closedWave(database, counts)
  expect(await stepIn(database)).toBe('verdict')
  await unlinkWave(database, period, 1)
  expect(await stepIn(database)).toBe(step)
  expect(database.read('SELECT published_step FROM wave').get()).toEqual({ published_step: String(step) })
})

test('trust, weighted like the headline, also decides', async () => {
  const database = await openTestSqlite(undefined, () => 0)
  await closedWave(database, shown, small)
  await unlinkWave(database, period, 1)
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
  const database = await openTestSqlite(undefined, () => 0)
  await closedWave(database, large)
  await cutTies(database, period, 1)
  await database.write((sql) => sql(`UPDATE wave SET status = 'unlinked'`).run())
  expect(await stepIn(database)).toBe(0.1)
  await chooseMissingSteps(database)
  expect(await stepIn(database)).toBe(0.5)
})

test('a search that takes too long ends with the verdict alone, and lets other work run in between', async () => {
  // The clock advances by 0.5 s at each reading.
  let looks = 0
  const database = await openTestSqlite(undefined, () => {
    looks += 1
    return 500 * looks
  })
  await closedWave(database, large)
  await cutTies(database, period, 1)
  let turns = 0
  const others = setInterval(() => (turns += 1), 0)
  looks = 0
  expect(await chooseStep(database, period)).toBe('verdict')
  clearInterval(others)
  expect(looks).toBeLessThan(30)
  expect(turns).toBeGreaterThan(2)
})
