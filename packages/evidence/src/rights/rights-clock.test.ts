import { addDays, addMonths, type CalendarDate, daysBetween } from '@wayproof/kernel/calendar/calendar-date'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dueDay, extendedDueDay, RIGHTS_REGIMES } from './rights-clock.ts'

test.each([
  // Spring Festival 2026: 15 to 23 February are off, 14 and 28 February are working days.
  ['china', '2026-02-02', '2026-02-28'],
  // 1 to 7 October are off, Saturday 10 October is a working day.
  ['china', '2026-09-28', '2026-10-23'],
  ['eu', '2026-01-31', '2026-02-28'],
  ['eu', '2028-01-31', '2028-02-29'],
  ['eu', '2026-03-15', '2026-04-15'],
  ['other', '2026-01-31', '2026-03-02'],
  ['china-and-eu', '2026-01-31', '2026-02-27'],
  ['china-and-eu', '2026-03-02', '2026-03-23'],
] as const)('under %s, received on %s, it is due on %s', (regime, received, due) => {
  expect(dueDay(regime, received)).toBe(due)
})

const day = fc.integer({ min: 0, max: 12_000 }).map((n): CalendarDate => addDays('2020-01-01', n))
const regime = fc.constantFrom(...RIGHTS_REGIMES)

/** An independent calculation with the weekends and days off of China's 2026 announcement. */
const OFF_2026 = [
  '01-01/01-03',
  '02-15/02-23',
  '04-04/04-06',
  '05-01/05-05',
  '06-19/06-21',
  '09-25/09-27',
  '10-01/10-07',
]
const WORKED_2026 = ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10']
function workedIn2026(date: CalendarDate): boolean {
  const monthDay = date.slice(5)
  if (WORKED_2026.includes(monthDay)) return true
  const weekend = [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())
  const off = OFF_2026.some((span) => {
    const [from = '', to = ''] = span.split('/')
    return from <= monthDay && monthDay <= to
  })
  return !weekend && !off
}

test('the due day is the fifteenth working day for every day of 2026, the due day included', () => {
  for (let received = '2026-01-01'; received <= '2026-11-30'; received = addDays(received, 1)) {
    const due = dueDay('china', received)
    let worked = 0
    for (let date = addDays(received, 1); date <= due; date = addDays(date, 1)) worked += workedIn2026(date) ? 1 : 0
    expect([received, worked, workedIn2026(due)]).toEqual([received, 15, true])
  }
})

test('the due day is after receipt, at most every applicable term, and never earlier for a later receipt', () => {
  fc.assert(
    fc.property(day, regime, fc.nat(40), (received, under, later) => {
      const due = dueDay(under, received)
      const after = daysBetween(received, due)
      expect(after).toBeGreaterThan(0)
      expect(after).toBeLessThanOrEqual(31)
      expect(due <= dueDay(under, addDays(received, later))).toBe(true)
      if (under === 'other') expect(after).toBe(30)
      if (under === 'eu' || under === 'china-and-eu') expect(due <= addMonths(received, 1)).toBe(true)
      if (under === 'china' || under === 'china-and-eu') expect(after).toBeGreaterThanOrEqual(14)
      expect(dueDay('china-and-eu', received)).toBe([dueDay('china', received), dueDay('eu', received)].toSorted()[0])
    }),
    { numRuns: 500 },
  )
})

test('only the GDPR alone allows an extension, by 2 months after the term’s end', () => {
  expect(extendedDueDay('eu', '2026-03-15')).toBe('2026-06-15')
  // The month ends on 28 February, and so do the two additional months.
  expect(extendedDueDay('eu', '2026-01-31')).toBe('2026-04-28')
  for (const without of ['china', 'china-and-eu', 'other'] as const)
    expect(extendedDueDay(without, '2026-03-15')).toBeNull()
})
