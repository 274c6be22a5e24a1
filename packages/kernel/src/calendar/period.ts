import type { Instant } from '../clock.ts'
import { addDays, type CalendarDate, daysBetween, startOfDay } from './calendar-date.ts'

export type PeriodKind = 'month' | 'quarter' | 'half-year' | 'year'

/** A calendar period. `index` counts from 1 within the year: months 1-12, quarters 1-4, half-years 1-2, years 1. */
export interface Period {
  readonly kind: PeriodKind
  readonly year: number
  readonly index: number
}

/** Text key of a period: `2026-07`, `2026-Q3`, `2026-H2` or `2026`. */
export type PeriodKey = string

const months: Record<PeriodKind, number> = { month: 1, quarter: 3, 'half-year': 6, year: 12 }
/** Days of each month; null for February, whose length depends on the year. */
const MONTH_DAYS = [31, null, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const twoDigits = (n: number) => String(n).padStart(2, '0')

export const year = (yearNumber: number): Period => ({ kind: 'year', year: yearNumber, index: 1 })
export const halfYear = (yearNumber: number, half: 1 | 2): Period => ({
  kind: 'half-year',
  year: yearNumber,
  index: half,
})
export const quarter = (yearNumber: number, index: 1 | 2 | 3 | 4): Period => ({
  kind: 'quarter',
  year: yearNumber,
  index,
})

export function periodKey({ kind, year, index }: Period): PeriodKey {
  if (kind === 'year') return String(year)
  if (kind === 'month') return `${year}-${twoDigits(index)}`
  return `${year}-${kind === 'quarter' ? 'Q' : 'H'}${index}`
}

/** Parses a period key. Returns null if the key is invalid. */
export function parsePeriod(key: string): Period | null {
  const match = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?$/.exec(key)
  if (!match) return null
  const yearNumber = Number(match[1])
  if (match[2]) return { kind: 'month', year: yearNumber, index: Number(match[2]) }
  if (match[3]) return { kind: 'quarter', year: yearNumber, index: Number(match[3]) }
  if (match[4]) return { kind: 'half-year', year: yearNumber, index: Number(match[4]) }
  return year(yearNumber)
}

/** First day of the period. */
export function firstDay({ kind, year, index }: Period): CalendarDate {
  return `${year}-${twoDigits((index - 1) * months[kind] + 1)}-01`
}

/** Last day of the period (inclusive). */
export function lastDay(period: Period): CalendarDate {
  const month = period.index * months[period.kind]
  const days = MONTH_DAYS[month - 1]
  return days ? `${period.year}-${twoDigits(month)}-${days}` : addDays(firstDay(nextPeriod(period)), -1)
}

export function nextPeriod({ kind, year, index }: Period): Period {
  return index * months[kind] === 12 ? { kind, year: year + 1, index: 1 } : { kind, year, index: index + 1 }
}

export function previousPeriod({ kind, year, index }: Period): Period {
  return index === 1 ? { kind, year: year - 1, index: 12 / months[kind] } : { kind, year, index: index - 1 }
}

export const includes = (period: Period, date: CalendarDate): boolean =>
  date >= firstDay(period) && date <= lastDay(period)

/** Returns the period of `kind` that contains `date`. */
export function periodOf(kind: PeriodKind, date: CalendarDate): Period {
  const [yearNumber, month] = date.split('-').map(Number) as [number, number]
  return { kind, year: yearNumber, index: Math.ceil(month / months[kind]) }
}

/** Returns the two quarters of a half-year, in order. */
export function quartersOf(half: Period): readonly [Period, Period] {
  const firstQuarter = (half.index - 1) * 2 + 1
  return [
    { kind: 'quarter', year: half.year, index: firstQuarter },
    { kind: 'quarter', year: half.year, index: firstQuarter + 1 },
  ]
}

export const yearOf = (period: Period): Period => year(period.year)

/** Returns the period's limits in the organization's time zone: `from` inclusive, `to` exclusive. */
export function bounds(period: Period, timeZone: string): { readonly from: Instant; readonly to: Instant } {
  return { from: startOfDay(firstDay(period), timeZone), to: startOfDay(firstDay(nextPeriod(period)), timeZone) }
}

/** Share of the period's days elapsed on `date`, that day included: 0 before the period, 1 from its last day on. */
export function elapsedShare(period: Period, date: CalendarDate): number {
  const dayCount = daysBetween(firstDay(period), lastDay(period)) + 1
  return Math.min(1, Math.max(0, (daysBetween(firstDay(period), date) + 1) / dayCount))
}

/** Returns true if the period ended before `date`. */
export const hasEnded = (period: Period, date: CalendarDate): boolean => lastDay(period) < date
