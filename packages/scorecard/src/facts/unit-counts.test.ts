import { openTestDatabase } from '@wayproof/database/testing/engines'
import { saveRegister } from '@wayproof/evidence/testing/save-register'
import { UNSAID } from '@wayproof/evidence/testing/unsaid'
import { startOfDay } from '@wayproof/kernel/calendar/calendar-date'
import { quarter } from '@wayproof/kernel/calendar/period'
import { expect, test } from 'vitest'
import { RULES } from '../rules.ts'
import { factSource } from './fact-source.ts'

const timeZone = 'Asia/Shanghai'

test('people due are counted by unit, and a later pass does not count before its day', async () => {
  const database = await openTestDatabase()
  const role = (number: string, unit: string) => ({
    ...{ number, role: 'agent', unit, startDay: '2020-01-01', endDay: null },
  })
  await saveRegister(database, 'staff-roles', [role('E1', 'sales'), role('E2', 'sales'), role('E3', 'guides')])
  for (const [number, day] of [
    ['E1', '2025-11-03'],
    ['E3', '2025-11-20'],
  ] as const) {
    const at = startOfDay(day, timeZone) + 9 * 3_600_000
    await saveRegister(database, 'training-completions', [{ number, completedAt: at }])
    await saveRegister(database, 'exam-attempts', [{ number, takenAt: at, score: 90 }])
  }
  const facts = await factSource(database, { timeZone, rules: RULES }).forHalfYear('2025-H2')
  const counted = async (asOf: string) =>
    (await facts.trainingByUnit(quarter(2025, 4), asOf)).map(({ unit, share }) => [
      ...[unit, share.numerator, share.denominator],
    ])
  expect(await counted('2025-11-10')).toEqual([
    ['guides', 0, 1],
    ['sales', 1, 2],
  ])
  expect(await counted('2026-02-01')).toEqual([
    ['guides', 1, 1],
    ['sales', 1, 2],
  ])
})

test('leaks are counted by the month of discovery, or else of confirmation, and by cause; suspicions are not', async () => {
  const database = await openTestDatabase()
  const leak = (id: string, confirmed: string | null, more: object = {}) => ({
    ...{ id, title: id, customerData: true, partnerId: null, ...UNSAID.incident },
    ...{ occurred: '2025', confirmed, disclosure: 'yes' as const, state: 'confirmed' as const, ...more },
  })
  await saveRegister(database, 'incidents', [
    leak('a', '2025-03-10', { cause: 'error' }),
    leak('b', '2025-03', { cause: 'error' }),
    leak('c', '2025-05-01'),
    leak('d', null),
    leak('g', '2026-01-10', { discovered: Date.parse('2025-12-31T23:00:00+08:00') }),
    leak('e', '2024-05-01'),
    leak('f', '2025-05-01', { state: 'suspected' }),
  ])
  const facts = await factSource(database, { timeZone, rules: RULES }).forHalfYear('2025-H2')
  expect(await facts.leaks(2025, '2025-12-31')).toEqual([
    { month: '2025', cause: 'unknown', count: 1 },
    { month: '2025-03', cause: 'error', count: 2 },
    { month: '2025-05', cause: 'unknown', count: 1 },
    { month: '2025-12', cause: 'unknown', count: 1 },
  ])
})
