import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dateAt, daysBetween } from './calendar-date.ts'
import {
  bounds,
  elapsedShare,
  firstDay,
  halfYear,
  hasEnded,
  includes,
  lastDay,
  nextPeriod,
  type Period,
  parsePeriod,
  periodKey,
  periodOf,
  previousPeriod,
  quartersOf,
} from './period.ts'

const anyPeriod = fc
  .constantFrom('month' as const, 'quarter' as const, 'half-year' as const, 'year' as const)
  .chain((kind) =>
    fc.record({
      kind: fc.constant(kind),
      year: fc.integer({ min: 1970, max: 2099 }),
      index: fc.integer({ min: 1, max: { month: 12, quarter: 4, 'half-year': 2, year: 1 }[kind] }),
    }),
  )

test('only a valid key parses to a period', () => {
  fc.assert(
    fc.property(anyPeriod, (period) => {
      expect(parsePeriod(periodKey(period))).toEqual(period)
    }),
  )
  for (const key of ['2025-H3', '2025-Q0', '2025-13', '25', '2025-H1 ', '', '2025-00', '2025-h1'])
    expect(parsePeriod(key)).toBeNull()
})

test('periods follow each other without a gap', () => {
  fc.assert(
    fc.property(anyPeriod, (period) => {
      expect(addDays(lastDay(period), 1)).toBe(firstDay(nextPeriod(period)))
      expect(previousPeriod(nextPeriod(period))).toEqual(period)
    }),
  )
})

test('every day belongs to exactly one period of each kind', () => {
  fc.assert(
    fc.property(anyPeriod, fc.integer({ min: 0, max: 400 }), (period, days) => {
      const date = addDays(firstDay(period), days)
      expect(includes(period, date)).toBe(periodKey(periodOf(period.kind, date)) === periodKey(period))
    }),
  )
})

test('a half-year consists of two quarters', () => {
  expect(quartersOf(halfYear(2025, 2)).map(periodKey)).toEqual(['2025-Q3', '2025-Q4'])
})

test('a period starts at midnight in the organization’s time zone, not in UTC', () => {
  const q1 = parsePeriod('2026-Q1') as Period
  expect(new Date(bounds(q1, 'Asia/Shanghai').from).toISOString()).toBe('2025-12-31T16:00:00.000Z')
  expect(new Date(bounds(q1, 'Asia/Shanghai').to).toISOString()).toBe('2026-03-31T16:00:00.000Z')
  expect(new Date(bounds(q1, 'Pacific/Kiritimati').from).toISOString()).toBe('2025-12-31T10:00:00.000Z')
  expect(new Date(bounds(q1, 'Europe/London').to).toISOString()).toBe('2026-03-31T23:00:00.000Z')
})

test('one moment can fall on different days in different time zones', () => {
  const moment = Date.parse('2026-06-30T16:30:00Z')
  expect(dateAt(moment, 'Asia/Shanghai')).toBe('2026-07-01')
  expect(dateAt(moment, 'Europe/London')).toBe('2026-06-30')
})

test('the elapsed share counts the first and the last day', () => {
  const q1 = parsePeriod('2026-Q1') as Period
  expect(elapsedShare(q1, '2025-12-31')).toBe(0)
  expect(elapsedShare(q1, '2026-01-01')).toBe(1 / 90)
  expect(elapsedShare(q1, '2026-03-31')).toBe(1)
  expect(elapsedShare(q1, '2027-01-01')).toBe(1)
  expect(hasEnded(q1, '2026-03-31')).toBe(false)
  expect(hasEnded(q1, '2026-04-01')).toBe(true)
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
})

test('the day of a moment does not depend on earlier calls', () => {
  const zones = [
    'Asia/Shanghai',
    'Europe/Berlin',
    'America/Santiago',
    'Pacific/Apia',
    'Pacific/Kiritimati',
    'Africa/Cairo',
  ]
  const from = Date.parse('2010-01-01T00:00:00Z')
  // Moments within hours of each other, so that many fall on the previous day, on a clock change or on a skipped day.
  const moments = fc.array(
    fc.tuple(fc.constantFrom(...zones), fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 72 })),
    { minLength: 1, maxLength: 20 },
  )
  fc.assert(
    fc.property(moments, (moment) => {
      for (const [zone, day, hour] of moment) {
        for (const offset of [0, 1, -1]) {
          const instant = from + day * 86_400_000 + (hour + offset) * 1_800_000
          const localTime = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(instant)
          expect(dateAt(instant, zone)).toBe(localTime)
        }
      }
    }),
  )
})
