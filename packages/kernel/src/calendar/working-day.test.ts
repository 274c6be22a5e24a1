import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, weekday } from './calendar-date.ts'
import { firstWorkingDay, isWorkingDay, STATUTORY_HOLIDAYS, workingDaysAfter } from './working-day.ts'

test.each([
  ['2026-01-01', '2026-01-04', true],
  ['2026-07-01', '2026-07-01', true],
  ['2026-02-15', '2026-02-24', true],
  ['2026-09-26', '2026-09-28', true],
  ['2026-10-01', '2026-10-08', true],
  // 2033-01-01 is a Saturday and 2034-01-01 a Sunday; no schedule is announced that far ahead.
  ['2033-01-01', '2033-01-03', false],
  ['2034-01-01', '2034-01-02', false],
  ['2034-05-01', '2034-05-03', false],
])('the first working day from %s on is %s', (startDate, date, arranged) => {
  expect(firstWorkingDay(startDate)).toEqual({ date, arranged })
})

test('the organization can add days off, even on a weekend declared a working day', () => {
  expect(firstWorkingDay('2026-07-01', ['2026-07-01', '2026-07-02'])?.date).toBe('2026-07-03')
  expect(firstWorkingDay('2026-01-01', ['2026-01-04'])?.date).toBe('2026-01-05')
  const everyDay = Array.from({ length: 400 }, (_, n) => addDays('2026-01-01', n))
  expect(firstWorkingDay('2026-01-01', everyDay)).toBeNull()
})

test('counting working days skips weekends, holidays and the organization’s days off', () => {
  expect(workingDaysAfter('2026-01-28', 5)).toBe('2026-02-04')
  // Spring Festival: 13 and 14 February are working days, the next one is the 24th.
  expect(workingDaysAfter('2026-02-12', 3)).toBe('2026-02-24')
  expect(workingDaysAfter('2026-01-28', 5, ['2026-02-02'])).toBe('2026-02-05')
  expect(workingDaysAfter('2026-01-28', 0)).toBe('2026-01-28')
})

test('a schedule is consistent: working weekends fall on weekends outside the holidays, and spans run forward', () => {
  for (const [year, { off, workedWeekends }] of Object.entries(STATUTORY_HOLIDAYS)) {
    for (const day of workedWeekends) {
      expect(weekday(day)).toBeGreaterThanOrEqual(6)
      expect(off.some(([startDate, to]) => startDate <= day && day <= to)).toBe(false)
      expect(isWorkingDay(day)).toBe(true)
    }
    for (const [startDate, to] of off) {
      expect(startDate <= to && startDate.startsWith(year) && to.startsWith(year)).toBe(true)
    }
    // Holidays and exchanged working days together must leave 52 weekends and 13 holidays.
    const days = Array.from({ length: 366 }, (_, n) => addDays(`${year}-01-01`, n)).filter((day) =>
      day.startsWith(year),
    )
    expect(days.filter((day) => isWorkingDay(day)).length).toBe(days.length - 104 - 13)
  }
})

test('no working day lies between a day and the first working day on or after it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), (n) => {
      const startDate = addDays('2000-01-01', n)
      const firstDate = firstWorkingDay(startDate)!.date
      expect(isWorkingDay(firstDate)).toBe(true)
      for (let day = startDate; day < firstDate; day = addDays(day, 1)) expect(isWorkingDay(day)).toBe(false)
    }),
  )
})
