// The oracle's own calendar, so that it shares no mistake with the product.

const DAY = 86_400_000
const noon = (day: string) => Date.parse(`${day}T12:00:00Z`)

export const plusDays = (day: string, by: number): string => new Date(noon(day) + by * DAY).toISOString().slice(0, 10)

/** Number of days from one to the other, both included. */
export const daysWithin = (first: string, last: string): number => Math.round((noon(last) - noon(first)) / DAY) + 1

/** The same day of the month, or the last day of a shorter month. */
export function plusMonths(day: string, by: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + by, 0))
  return `${last.toISOString().slice(0, 8)}${`${Math.min(date, last.getUTCDate())}`.padStart(2, '0')}`
}

/** First and last day. */
export interface Span {
  readonly key: string
  readonly first: string
  readonly last: string
}

const span = (key: string, from: string, months: number): Span => ({
  key,
  first: from,
  last: plusDays(plusMonths(from, months), -1),
})

export const yearSpan = (year: number): Span => span(`${year}`, `${year}-01-01`, 12)
export const halfSpan = (year: number, half: 1 | 2): Span => span(`${year}-H${half}`, `${year}-0${half * 6 - 5}-01`, 6)
export const quarterSpan = (year: number, quarter: number): Span =>
  span(`${year}-Q${quarter}`, plusMonths(`${year}-01-01`, quarter * 3 - 3), 3)

export const monthsOf = (year: number): string[] =>
  Array.from({ length: 12 }, (_, n) => `${year}-${`${n + 1}`.padStart(2, '0')}`)

/** The months of a year whose last day has come. */
export const monthsEnded = (year: number, day: string): string[] =>
  monthsOf(year).filter((month) => plusDays(plusMonths(`${month}-01`, 1), -1) <= day)

/** Hours before UTC, without daylight saving time, so that the oracle knows when a day begins. */
export const ZONES = { 'Asia/Shanghai': 8, 'Pacific/Kiritimati': 14, 'America/Phoenix': -7 } as const
export type Zone = keyof typeof ZONES

/** The moment at which a day begins there. */
export const dawn = (day: string, zone: Zone): number => Date.parse(`${day}T00:00:00Z`) - ZONES[zone] * 3_600_000

/** The day of a moment there. */
export const dayAt = (moment: number, zone: Zone): string =>
  new Date(moment + ZONES[zone] * 3_600_000).toISOString().slice(0, 10)

export const earliest = (...days: readonly string[]): string => [...days].sort()[0] ?? ''
