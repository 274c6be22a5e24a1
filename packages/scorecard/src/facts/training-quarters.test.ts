import type { StoreDatabase } from '@wayproof/database/store-database'
import { openTestDatabase } from '@wayproof/database/testing/engines'
import { saveRegister } from '@wayproof/evidence/testing/save-register'
import { type CalendarDate, startOfDay } from '@wayproof/kernel/calendar/calendar-date'
import { beforeEach, expect, test } from 'vitest'
import { buildScorecard } from '../build-scorecard.ts'
import { missingRows } from '../goals/list-missing-rows.ts'
import type { ScorecardPorts } from '../ports.ts'
import { RULES } from '../rules.ts'
import { factSource } from './fact-source.ts'

const timeZone = 'Asia/Shanghai'
const period = '2025-H2'
const at = (day: CalendarDate) => startOfDay(day, timeZone) + 9 * 3_600_000

let database: StoreDatabase

beforeEach(async () => {
  database = await openTestDatabase()
  await saveRegister(
    database,
    'staff-roles',
    ['E1', 'E2', 'E3', 'E4'].map((number) => ({
      ...{ number, role: 'agent', unit: 'call center', startDay: '2020-01-01', endDay: null },
    })),
  )
})

const complete = (day: CalendarDate, ...numbers: string[]) =>
  saveRegister(
    database,
    'training-completions',
    numbers.map((number) => ({ number, completedAt: at(day) })),
  )
const sit = (day: CalendarDate, score: number, ...numbers: string[]) =>
  saveRegister(
    database,
    'exam-attempts',
    numbers.map((number) => ({ number, takenAt: at(day), score })),
  )
const passIn = async (day: CalendarDate, ...numbers: string[]) => {
  await complete(day, ...numbers)
  await sit(day, 90, ...numbers)
}

/** The training goal in November: its figure, its quarters and the people missing from each. */
async function training(today: CalendarDate = '2025-11-15') {
  const facts = factSource(database, { timeZone, rules: RULES })
  const ports: ScorecardPorts = { facts, sealed: async () => null, clock: { now: () => at(today) }, timeZone }
  const scorecard = await buildScorecard(ports, { period })
  const lists = await missingRows(ports, { goal: 'staff-training', period })
  if (!scorecard.ok || !lists.ok) throw new Error('not judged')
  const verdict = scorecard.value.verdicts.find(({ goal }) => goal === 'staff-training')
  if (verdict?.goal !== 'staff-training') throw new Error('no verdict')
  const { share, reason, figures } = verdict
  const missing = Object.fromEntries(
    lists.value.map((list) => [list.period, list.rows.map(({ key, why }) => `${key} ${why}`)]),
  )
  const [ended, running] = figures.quarters
  return { share, reason, deciding: figures.deciding, ended, running, missing }
}

const unrecorded = ['E1 no-records', 'E2 no-records', 'E3 no-records', 'E4 no-records']
const nobody = ['E1 modules-missing', 'E2 modules-missing', 'E3 modules-missing', 'E4 modules-missing']

test('importing October does not change a quarter without records, and the running quarter still decides', async () => {
  const before = await training()
  expect(before).toMatchObject({
    deciding: '2025-Q4',
    share: { numerator: 0, denominator: 4 },
    ended: { silent: true },
  })
  expect(before.missing).toEqual({ '2025-Q3': unrecorded, '2025-Q4': nobody })
  await passIn('2025-10-14', 'E1', 'E2')
  const after = await training()
  expect(after).toMatchObject({ deciding: '2025-Q4', share: { numerator: 2, denominator: 4 }, reason: 'running' })
  expect(after.ended).toEqual(before.ended)
  expect(after.missing).toEqual({ '2025-Q3': unrecorded, '2025-Q4': ['E3 modules-missing', 'E4 modules-missing'] })
})

test('a person who trains and passes in October passes October’s quarter, and not the previous one late', async () => {
  await passIn('2025-08-05', 'E1')
  await complete('2025-08-05', 'E2')
  await sit('2025-08-06', 40, 'E3')
  const before = await training()
  const reasons = ['E2 no-exam', 'E3 modules-missing', 'E4 modules-missing']
  expect(before).toMatchObject({ deciding: '2025-Q3', missing: { '2025-Q3': reasons, '2025-Q4': nobody } })
  await passIn('2025-10-14', 'E1', 'E2', 'E3', 'E4')
  const after = await training()
  expect(after.ended).toEqual(before.ended)
  expect(after).toMatchObject({ deciding: '2025-Q3', running: { passed: 4 } })
  expect(after.missing).toEqual({ '2025-Q3': reasons, '2025-Q4': [] })
})

test('an exam in October that completes a training of September is a late pass, and stays one', async () => {
  await complete('2025-09-29', 'E1', 'E2')
  await sit('2025-09-29', 90, 'E3')
  await sit('2025-10-01', 90, 'E1')
  await complete('2025-10-02', 'E3')
  const late = ['E1 passed-late', 'E2 no-exam', 'E3 passed-late', 'E4 modules-missing']
  const before = await training()
  expect(before).toMatchObject({ ended: { late: 2 }, missing: { '2025-Q3': late } })
  await passIn('2025-11-03', 'E1', 'E2', 'E3')
  expect(await training()).toMatchObject({ ended: { late: 2 }, missing: { '2025-Q3': late } })
})

test('a quarter that has not begun has no list', async () => {
  expect((await training('2025-08-31')).missing).toEqual({ '2025-Q3': nobody })
})
