import type { StoreDatabase } from '@wayproof/database/store-database'
import { openTestDatabase } from '@wayproof/database/testing/engines'
import { saveRegister } from '@wayproof/evidence/testing/save-register'
import { addDays, type CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { quarter } from '@wayproof/kernel/calendar/period'
import { beforeEach, expect, test } from 'vitest'
import { RULES } from '../rules.ts'
import { factSource } from './fact-source.ts'

const timeZone = 'Asia/Shanghai'

/** Newcomers are due from their 30th day on, so the grace is 30 days. */
const GRACE = RULES.minimumTenureDays

let database: StoreDatabase

beforeEach(async () => {
  database = await openTestDatabase()
})

type Role = readonly [startDay: CalendarDate, endDay: CalendarDate | null, unit?: string, role?: string]

/** Saves the roles of one person, in this order. */
const employ = (...roles: readonly Role[]) =>
  saveRegister(
    database,
    'staff-roles',
    roles.map(([startDay, endDay, unit = 'sales', role], i) => ({
      ...{ number: 'E1', role: role ?? `role ${i}`, unit, startDay, endDay },
    })),
  )

/** Where the person is counted in a quarter of a year: its unit if due. */
async function standing(year: number, n: 1 | 2 | 3 | 4, asOf: CalendarDate = '2027-01-01') {
  const counts = await factSource(database, { timeZone, rules: RULES }).forHalfYear(`${year}-H${n < 3 ? 1 : 2}`)
  const { due, notYetDue, exempt } = await counts.training(quarter(year, n), asOf)
  const units = (await counts.trainingByUnit(quarter(year, n), asOf)).map(({ unit }) => unit)
  const missing = (await counts.missingStaff(quarter(year, n), asOf)).map(({ label }) => label)
  expect([units.length, missing]).toEqual([due, units])
  return due === 1 ? units[0] : notYetDue === 1 ? 'not yet due' : exempt === 1 ? 'exempt' : 'absent'
}

test('a person who left and came back is absent in the quarters between', async () => {
  await employ(['2023-01-01', '2025-02-10'], ['2025-11-01', null])
  expect([await standing(2024, 4), await standing(2025, 1), await standing(2025, 2), await standing(2025, 3)]).toEqual([
    ...['sales', 'absent', 'absent', 'absent'],
  ])
  expect(await standing(2025, 4)).toBe('sales')
})

test('tenure starts again after a gap, so a person back for 11 days is not yet due', async () => {
  await employ(['2020-01-01', '2025-06-30'], ['2025-12-21', null])
  expect(await standing(2025, 4)).toBe('not yet due')
  expect(await standing(2026, 1)).toBe('sales')
})

test.each([
  ['as long as the grace', GRACE, 'sales'],
  ['one day longer', GRACE + 1, 'not yet due'],
])('a gap %s: %i days', async (_, days, expected) => {
  const left = addDays('2025-12-21', -days - 1)
  await employ(['2020-01-01', left], ['2025-12-21', null])
  expect(await standing(2025, 4)).toBe(expected)
})

test('three overlapping roles with gaps are one presence, whatever their order', async () => {
  await employ(['2025-09-20', '2025-12-31', 'guides'], ['2025-01-01', '2025-08-10'], ['2025-03-01', '2025-04-01'])
  expect([await standing(2025, 1), await standing(2025, 2), await standing(2025, 3), await standing(2025, 4)]).toEqual([
    ...['sales', 'sales', 'not yet due', 'absent'],
  ])
})

test('a role that ends earlier than an earlier one opens no gap', async () => {
  await employ(['2020-01-01', null], ['2021-01-01', '2021-02-01'], ['2025-12-21', null, 'guides'])
  expect(await standing(2025, 4)).toBe('guides')
})

test('a role that begins on the day after another is no gap, even at the end of a quarter', async () => {
  await employ(['2020-01-01', '2025-12-31', 'sales'], ['2026-01-01', null, 'guides'])
  expect([await standing(2025, 4), await standing(2026, 1)]).toEqual(['sales', 'guides'])
})

test('29 February is a day of a gap', async () => {
  await employ(['2020-01-01', '2024-02-01'], ['2024-03-03', null])
  expect(await standing(2024, 1)).toBe('sales')
  await employ(['2020-01-01', '2024-01-31'], ['2024-03-03', null])
  expect(await standing(2024, 1)).toBe('not yet due')
})

test('a person belongs to the unit of the last day of the quarter', async () => {
  await employ(['2020-01-01', '2025-11-30', 'agencies'], ['2025-12-01', '2026-02-10', 'tours'], ['2026-02-11', null])
  expect([await standing(2025, 3), await standing(2025, 4), await standing(2026, 1)]).toEqual([
    ...['agencies', 'tours', 'sales'],
  ])
})

test('the later begun of two roles on the last day decides, then the key', async () => {
  await employ(
    ['2020-01-01', null, 'agencies', 'a'],
    ['2024-05-01', null, 'tours', 'c'],
    ['2024-05-01', null, 'sales', 'b'],
  )
  expect([await standing(2024, 1), await standing(2025, 4)]).toEqual(['agencies', 'sales'])
})

test('a planned return counts from the day on which it begins', async () => {
  await employ(['2020-01-01', '2025-09-05'], ['2025-11-01', null])
  expect([await standing(2025, 4, '2025-10-31'), await standing(2025, 4, '2025-11-01')]).toEqual(['absent', 'sales'])
})
