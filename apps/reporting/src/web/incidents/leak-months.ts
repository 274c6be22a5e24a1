import type { LeakCount } from '../api.ts'

export interface LeakMonth {
  /** `2026-03`; the year alone stands for leaks without a known month. */
  readonly month: string
  readonly counts: Readonly<Record<string, number>>
  /** Leaks of the year up to this month. */
  readonly total: number
}

/** The causes that occur, the most frequent first. */
export function causesOf(leaks: readonly LeakCount[]): readonly string[] {
  const sums = new Map<string, number>()
  for (const { cause, count } of leaks) sums.set(cause, (sums.get(cause) ?? 0) + count)
  return [...sums].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([cause]) => cause)
}

/** Sums leaks by month from January to `last`; those without a month come first, because they count from the start. */
export function leakMonths(leaks: readonly LeakCount[], last: string): readonly LeakMonth[] {
  const year = last.slice(0, 4)
  const months = Array.from({ length: Number(last.slice(5, 7)) }, (_, n) => `${year}-${String(n + 1).padStart(2, '0')}`)
  const hasUnknown = leaks.some(({ month }) => month.length === 4)
  let total = 0
  return [...(hasUnknown ? [year] : []), ...months].map((month) => {
    const monthLeaks = leaks.filter((leak) => leak.month === month)
    total += monthLeaks.reduce((sum, { count }) => sum + count, 0)
    return { month, counts: Object.fromEntries(monthLeaks.map(({ cause, count }) => [cause, count])), total }
  })
}
