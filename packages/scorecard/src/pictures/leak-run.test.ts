import { describe, expect, it, test } from 'vitest'
import type { IncidentMonth } from '../facts.ts'
import { monthsOver } from '../goals/equal-parts.ts'
import { type Baseline, leakRun } from './leak-run.ts'

/** Twelve months of each year, recorded, with bookings. */
const monthsOf = (years: readonly number[], more: (month: string) => Partial<IncidentMonth> = () => ({})) =>
  years
    .flatMap((year) => monthsOver(year, `${year}-12-31`))
    .map((month): IncidentMonth => ({ month, recorded: true, bookings: 1000, ...more(month) }))

const KNOWN: Baseline = { year: 2025, leaks: 12, state: 'known' }

const drawn = (
  months: readonly IncidentMonth[],
  { leaks = {}, baseline = KNOWN, running = '2027-01', first = '2024-01', last = running } = {} as {
    leaks?: Readonly<Record<string, number>>
    baseline?: Baseline
    running?: string
    first?: string
    last?: string
  },
) => {
  const counts = new Map(Object.entries(leaks))
  return leakRun({ months, leaks: counts, undated: 0, firstDrawn: first, lastDrawn: last, running, baseline })
}

const each = <T>(months: readonly string[], value: T) => Object.fromEntries(months.map((month) => [month, value]))

describe('limits', () => {
  it('move with the bookings of each month if all are known', () => {
    const run = drawn(monthsOf([2025, 2026], (month) => (month === '2026-03' ? { bookings: 4000 } : {})))
    expect(run.perBooking).toBe(true)
    expect(run.months.find(({ month }) => month === '2026-02')).toMatchObject({ average: 1, limit: 5 })
    expect(run.months.find(({ month }) => month === '2026-03')).toMatchObject({ average: 4, limit: 11 })
  })

  it('are those of counts if the bookings of a drawn month are missing', () => {
    const run = drawn(monthsOf([2025, 2026], (month) => (month === '2026-03' ? { bookings: null } : {})))
    expect(run.perBooking).toBe(false)
    expect(new Set(run.months.map(({ average, limit }) => `${average} ${limit}`))).toEqual(new Set(['1 5']))
  })

  it('need no bookings of months that are not drawn, nor of the running one', () => {
    const months = monthsOf([2022, 2023, 2024, 2025], (month) => {
      if (month.startsWith('2023')) return { bookings: null }
      return month === '2025-12' ? { bookings: null } : {}
    })
    const baseline = { ...KNOWN, year: 2022 }
    expect(drawn(months, { baseline, running: '2025-12', first: '2024-01' }).perBooking).toBe(true)
  })

  it('name the months above them', () => {
    const { months } = drawn(monthsOf([2025, 2026]), { leaks: { '2026-04': 5, '2026-05': 6 } })
    expect(months.filter(({ isAbove }) => isAbove).map(({ month }) => month)).toEqual(['2026-05'])
  })

  it('are absent without leaks in the baseline year, without its records, and while it runs', () => {
    const without = (baseline: Baseline) => drawn(monthsOf([2025, 2026]), { baseline })
    for (const [baseline, reason] of [
      [{ ...KNOWN, leaks: 0 }, 'baseline-zero'],
      [{ ...KNOWN, state: 'silent' }, 'baseline-silent'],
      [{ ...KNOWN, year: 2027, state: 'running' }, 'baseline-running'],
    ] as const) {
      const run = without(baseline)
      expect(run).toMatchObject({ without: reason, average: null, sign: null, unrecorded: [] })
      expect(run.months.every(({ average, limit, isAbove }) => average === null && limit === null && !isAbove)).toBe(
        true,
      )
    }
  })
})

describe('months', () => {
  it('without records and without confirmation are a gap, and the running month is not judged', () => {
    const months = monthsOf([2025, 2026], (month) => (month === '2026-02' ? { recorded: false } : {}))
    const run = drawn(months, { running: '2026-04', last: '2026-04', leaks: { '2026-04': 40 } })
    expect(run.months.slice(-4).map(({ leaks, limit }) => [leaks, limit])).toEqual([
      [0, 5],
      [null, 5],
      [0, 5],
      [40, null],
    ])
    expect(run).toMatchObject({ running: '2026-04', unrecorded: [] })
    expect(run.months.some(({ isAbove }) => isAbove)).toBe(false)
  })

  it('begin with the registers: the average of a company that joined in May is of eight months', () => {
    const months = monthsOf([2025, 2026], (month) => (month < '2025-05' ? { recorded: false, bookings: null } : {}))
    const run = drawn(months)
    expect(run.months[0]?.month).toBe('2025-05')
    expect(run).toMatchObject({ average: 1.5, perBooking: true })
  })

  it('without records of the baseline year count without leaks in the average, and are named', () => {
    const run = drawn(monthsOf([2025, 2026], (month) => (month === '2025-07' ? { recorded: false } : {})))
    expect(run).toMatchObject({ average: 1, unrecorded: ['2025-07'] })
  })

  it('can be a single one, or none', () => {
    const one = monthsOf([2025, 2026], (month) => (month < '2026-12' ? { recorded: false, bookings: null } : {}))
    const run = drawn(one, { baseline: { ...KNOWN, state: 'silent' }, leaks: { '2026-12': 2 } })
    expect(run.months.map(({ month, leaks }) => [month, leaks])).toEqual([['2026-12', 2]])
    const none = monthsOf([2025, 2026], () => ({ recorded: false, bookings: null }))
    expect(drawn(none, { baseline: { ...KNOWN, state: 'silent' } }).months).toEqual([])
  })

  test('a month of no bookings has no limit', () => {
    const run = drawn(
      monthsOf([2025, 2026], (month) => (month === '2026-02' ? { bookings: 0 } : {})),
      { leaks: { '2026-02': 1 } },
    )
    expect(run.months.find(({ month }) => month === '2026-02')).toMatchObject({ leaks: 1, limit: null, isAbove: false })
  })
})

describe('a row of months on one side', () => {
  const from = monthsOver(2026, '2026-12-31')
  const fourOf = (months: readonly string[]) => each(months, 4)

  it('counts as a sign from eight on if chance seldom makes one', () => {
    const before = monthsOver(2025, '2025-12-31')
    const leaks = { ...each(before, 1), ...fourOf(from.slice(0, 8)), ...each(from.slice(8), 1) }
    const baseline = { ...KNOWN, leaks: 24 }
    expect(drawn(monthsOf([2025, 2026]), { leaks, baseline }).sign).toMatchObject({ from: '2025-01', months: 12 })
    const mixed = { ...each(before, 2), ...fourOf(from.slice(0, 8)), ...each(from.slice(8), 2) }
    expect(drawn(monthsOf([2025, 2026]), { leaks: mixed, baseline }).sign).toEqual({
      ...{ from: '2026-01', to: '2026-08', months: 8, side: 'above' },
      ...{ chance: 0.01, isSign: true },
    })
  })

  it('is no sign where most months are without leaks anyway', () => {
    const { sign } = drawn(monthsOf([2025, 2026]), { baseline: { ...KNOWN, leaks: 3 } })
    expect(sign).toMatchObject({ months: 24, side: 'below', isSign: true })
    const leaks = each(['2025-02', '2025-06', '2025-11'], 1)
    expect(drawn(monthsOf([2025, 2026]), { baseline: { ...KNOWN, leaks: 3 }, leaks }).sign).toMatchObject({
      ...{ from: '2025-12', months: 13, isSign: false },
    })
  })

  it('ends at a gap, at the average and at the running month', () => {
    const seven = { ...each(from, 4), '2026-08': 1 }
    expect(
      drawn(monthsOf([2025, 2026]), { leaks: { ...each(monthsOver(2025, '2025-12-31'), 1), ...seven } }).sign,
    ).toBe(null)
    const gap = monthsOf([2025, 2026], (month) => ({ recorded: month >= '2026-01' && month !== '2026-08' }))
    expect(drawn(gap, { leaks: each(from, 4) }).sign).toBe(null)
    const recent = monthsOf([2025, 2026], (month) => ({ recorded: month >= '2026-05' }))
    expect(drawn(recent, { leaks: each(from, 4), running: '2026-12' }).sign).toBe(null)
  })
})
