import type { StoreDatabase } from '@wayproof/database/store-database'
import { openTestDatabase } from '@wayproof/database/testing/engines'
import { startOfDay } from '@wayproof/kernel/calendar/calendar-date'
import { holdWave } from '@wayproof/survey/testing/hold-wave'
import { expect, it } from 'vitest'
import { listMeasures } from '../../measures/list-measures.ts'
import { RULES } from '../../rules.ts'
import { NO_SEALS } from '../../testing/no-seals.ts'
import { factSource } from '../fact-source.ts'
import { surveyFacts } from './survey-facts.ts'

const timeZone = 'Asia/Shanghai'

async function asked(database: StoreDatabase, period: string, yes: number, no: number) {
  const answers = (many: number, signal: string) => Array.from({ length: many }, () => ({ overall: '4', signal }))
  await holdWave(database, { period, minimumForStatus: 5 }, [...answers(yes, 'yes'), ...answers(no, 'no')])
}

async function measuresOf(database: StoreDatabase, period: string) {
  const clock = { now: () => startOfDay('2026-08-20', timeZone) + 3_600_000 }
  const facts = factSource(database, { timeZone, rules: RULES })
  const listed = await listMeasures({ facts, ...NO_SEALS, clock, timeZone }, { period })
  if (!listed.ok) throw new Error(listed.fault.code)
  return (id: string) => listed.value.measures.flatMap(({ indicators }) => indicators).find((each) => each.id === id)
}

it('compares the leak signal with the previous closed wave, and requires triage after a jump', async () => {
  const database = await openTestDatabase()
  await asked(database, '2025-H1', 2, 28)
  const first = await measuresOf(database, '2025-H1')
  expect(first('leak-signal-jump')?.value).toEqual({ kind: 'unknown', missing: 'no-wave-before' })
  await asked(database, '2025-H2', 12, 18)
  const of = await measuresOf(database, '2025-H2')
  const share = (numerator: number) => ({ kind: 'share', share: { numerator, denominator: 30 } })
  expect(of('leak-signal-jump')?.value).toEqual({ kind: 'jump', triageWanted: true, before: share(2), now: share(12) })
  await database.write((query) =>
    query.run("UPDATE wave SET status = 'open', unlinked_at = NULL WHERE period = '2025-H2'"),
  )
  const open = await measuresOf(database, '2025-H2')
  expect(open('leak-signal-jump')?.value).toEqual({ kind: 'unknown', missing: 'wave-open' })
})

it('does not compare with a wave that asked another question', async () => {
  const database = await openTestDatabase()
  await asked(database, '2025-H1', 2, 28)
  await asked(database, '2025-H2', 12, 18)
  expect((await surveyFacts(database.query, '2025-H2'))?.signalBefore).toEqual({ yes: 2, no: 28 })
  await database.write(async (query) => {
    await query.run(`INSERT INTO questionnaire SELECT id, 99, replace(definition, '陌生', '别人的'), published_at
      FROM questionnaire`)
    await query.run("UPDATE wave SET questionnaire_version = 99 WHERE period = '2025-H2'")
  })
  expect((await surveyFacts(database.query, '2025-H2'))?.signalBefore).toBeNull()
})

it('dates the survey after a half-year and its improvements as evidence of that half-year', async () => {
  const database = await openTestDatabase()
  await asked(database, '2025-H2', 3, 27)
  await database.write((query) =>
    query.run(
      `INSERT INTO improvement (id, period, text_zh, text_en, owner, chosen_at, chosen_by)
      VALUES ('a', '2025-H2', '一', 'one', 'HR', @chosenAt, 'Lin')`,
      { chosenAt: new Date(startOfDay('2026-02-03', timeZone)) },
    ),
  )
  const of = await measuresOf(database, '2025-H2')
  expect(of('unknown-to-customers-notice')?.lastOn).toMatch(/^2026-/)
  expect(of('improvements')?.lastOn).toBe('2026-02-03')
  const before = await measuresOf(database, '2025-H1')
  expect([before('unknown-to-customers-notice')?.lastOn, before('improvements')?.lastOn]).toEqual([null, null])
})
