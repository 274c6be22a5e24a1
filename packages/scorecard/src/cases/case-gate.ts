import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { hasEnded, type Period } from '@wayproof/kernel/calendar/period'
import { shownPeople, shownShare } from '@wayproof/survey/disclosure/shown-share'
import type { CasesInTime, RightsFacts } from '../measures/indicator-facts.ts'
import { type IndicatorValue, suppressed } from '../measures/indicator-value.ts'

// The only way for figures of requests, complaints and whistleblower reports to readers who do not handle them. Anyone
// can write such cases, so a figure that followed each day would count the others among one's own.

/** Fewest cases behind a figure, and the step to which a number of cases is rounded down. */
const LEAST_CASES = 10

/** The same under a smallest group that two people have raised. */
export const caseStep = (smallestGroup: number): number => Math.max(LEAST_CASES, smallestGroup)

/** True if figures of requests and complaints of a half-year are published. */
export const areCasesPublished = (half: Period, today: CalendarDate): boolean => hasEnded(half, today)

/** True if figures of reports are published with a half-year: with the second one, for the whole year. */
export const areReportsPublished = (half: Period, today: CalendarDate): boolean =>
  half.index === 2 && hasEnded(half, today)

/** A rounded number of cases, or fewer than the step: none and few look alike. */
export function publishedCases(cases: number, smallestGroup: number): IndicatorValue {
  const step = caseStep(smallestGroup)
  return { kind: 'people', atLeast: shownPeople(cases, step), fewerThan: step }
}

/** The share of due cases that were done in time, in tens of percent. */
export function publishedInTime({ due, inTime }: CasesInTime, smallestGroup: number): IndicatorValue {
  const step = caseStep(smallestGroup)
  if (due < step) return suppressed(step)
  return { kind: 'coarse', share: shownShare(inTime, due, LEAST_CASES), people: shownPeople(due, step) }
}

/** Cases per 100,000 of a base, between the fewest and the most that round to the same number. */
export function publishedRate(cases: number, base: number, smallestGroup: number): IndicatorValue {
  const step = caseStep(smallestGroup)
  const least = shownPeople(cases, step)
  return cases < step ? suppressed(step) : { kind: 'rate', cases: least, most: least + step - 1, base }
}

/** Days to an answer, over a rounded number of requests. */
export function publishedDays(days: RightsFacts['days'], smallestGroup: number): IndicatorValue {
  const step = caseStep(smallestGroup)
  if (!days || days.cases < step) return suppressed(step)
  return { kind: 'days', ...days, cases: shownPeople(days.cases, step) }
}
