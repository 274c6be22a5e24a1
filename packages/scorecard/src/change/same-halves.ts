import { type Period, type PeriodKey, parsePeriod, periodKey } from '@wayproof/kernel/calendar/period'

/** True if both are first halves or both are second halves. Half a year is not a year, so no other halves are compared. */
export const isSameHalf = (one: PeriodKey, other: PeriodKey): boolean =>
  parsePeriod(one)?.index === parsePeriod(other)?.index

/** The same half of the `count` years up to that of `last`, oldest first. */
export const sameHalvesUpTo = (last: Period, count: number): readonly PeriodKey[] =>
  Array.from({ length: count }, (_, n) => periodKey({ ...last, year: last.year - count + 1 + n }))
