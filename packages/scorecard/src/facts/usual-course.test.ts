import { openTestDatabase } from '@wayproof/database/testing/engines'
import { saveRegister } from '@wayproof/evidence/testing/save-register'
import { UNSAID } from '@wayproof/evidence/testing/unsaid'
import { addDays, startOfDay } from '@wayproof/kernel/calendar/calendar-date'
import { quarter } from '@wayproof/kernel/calendar/period'
import { holdWave } from '@wayproof/survey/testing/hold-wave'
import { expect, it } from 'vitest'
import { RULES } from '../rules.ts'
import { factSource } from './fact-source.ts'

const timeZone = 'Asia/Shanghai'
const on = (day: string) => startOfDay(day, timeZone) + 3_600_000

it('takes the usual progress of training from the previous four quarters', async () => {
  const database = await openTestDatabase()
  // In each quarter of 2024 one person passes on the tenth day and three in the last week; one never passes.
  const starts = ['2024-01-01', '2024-04-01', '2024-07-01', '2024-10-01']
  const done = starts.flatMap((start) =>
    [9, 84, 84, 84, 84].map((by, i) => ({ number: `E${i}`, day: addDays(start, by) })),
  )
  await saveRegister(
    database,
    'training-completions',
    done.map(({ number, day }) => ({ number, completedAt: on(day) })),
  )
  await saveRegister(
    database,
    'exam-attempts',
    done.map(({ number, day }) => ({ number, takenAt: on(day), score: number === 'E4' ? 79 : 80 })),
  )
  const source = await factSource(database, { timeZone, rules: RULES }).forHalfYear('2025-H2')
  const usual = async (asOf: string) => (await source.training(quarter(2025, 1), asOf)).usualShare
  expect(await usual('2025-01-05')).toEqual({ numerator: 0, denominator: 16 })
  expect(await usual('2025-02-15')).toEqual({ numerator: 4, denominator: 16 })
  expect(await usual('2025-03-31')).toBeNull()
  expect((await source.training(quarter(2023, 1), '2023-02-15')).usualShare).toBeNull()
})

it('counts the partners that had been audited by this day of the previous year', async () => {
  const database = await openTestDatabase()
  const ids = ['a', 'b', 'c']
  const fixed = {
    service: 'ferry',
    processesPersonalData: true,
    onboarded: '2020-01-01',
    offboarded: null,
    ...UNSAID.partner,
  }
  await saveRegister(
    database,
    'partners',
    ids.map((id) => ({ id, name: id, ...fixed })),
  )
  const full = { result: 'pass', fullScope: true, evidenceClass: 'document', correctivePlanOn: null } as const
  await saveRegister(database, 'partner-audits', [
    { partnerId: 'a', reportDate: '2024-03-01', ...full },
    { partnerId: 'b', reportDate: '2024-06-30', ...full },
    { partnerId: 'b', reportDate: '2024-11-01', ...full },
    { partnerId: 'c', reportDate: '2024-12-31', ...full },
  ])
  const source = await factSource(database, { timeZone, rules: RULES }).forHalfYear('2025-H2')
  const usual = async (asOf: string) => (await source.partners(2025, asOf)).usualShare
  expect(await usual('2025-06-29')).toEqual({ numerator: 1, denominator: 3 })
  expect(await usual('2025-06-30')).toEqual({ numerator: 2, denominator: 3 })
  expect(await usual('2025-12-31')).toBeNull()
})

it('reads no result of an open wave, and the tallies of a closed one', async () => {
  const database = await openTestDatabase()
  const answers = [
    ...Array.from({ length: 6 }, () => ({ overall: '5' })),
    { overall: 'dk' },
    { overall: 'na' },
    { trust: '3' },
  ]
  await holdWave(database, { period: '2025-H2', minimumForStatus: 30 }, answers)
  const source = await factSource(database, { timeZone, rules: RULES }).forHalfYear('2025-H2')
  const wave = async () => (await source.satisfaction({ kind: 'half-year', year: 2025, index: 2 })).wave
  expect(await wave()).toMatchObject({
    open: false,
    rated: { numerator: 6, denominator: 6 },
    withoutOpinion: 2,
    answered: 9,
    invited: 9,
  })
  await database.write((query) => query.run(`UPDATE wave SET status = 'open', unlinked_at = NULL`))
  // The number of answers is not known either before the first hourly count.
  expect(await wave()).toMatchObject({
    open: true,
    rated: { numerator: 0, denominator: 0 },
    withoutOpinion: 0,
    answered: null,
  })
})
