import { trendBreakOf } from '../change/trend.ts'
import { GOALS, type GoalId, isYearly } from '../goals/goal.ts'
import { type LeaksAgainstCap, leaksAgainstCap } from '../goals/leaks-against-cap.ts'
import type { Scorecard } from '../scorecard.ts'
import type { Verdict } from '../verdict.ts'

export interface PastValue {
  readonly value: number | null
  /** The incident goal has these: what is compared from year to year. */
  readonly leaks: LeaksAgainstCap | null
  /** It is not to be compared with those before. */
  readonly broken: boolean
}

/** A goal's values of the last four half-years, the oldest first, the present one last. */
export type PastValues = Readonly<Record<GoalId, readonly PastValue[]>>

/** How many values a small course shows. */
export const COURSE_LENGTH = 4

const NO_VALUE: PastValue = { value: null, leaks: null, broken: false }

/** The course of each goal over `cards`, the oldest first, the present half-year last. */
export function pastValues(cards: readonly Pick<Scorecard, 'period' | 'verdicts'>[]): PastValues {
  const present = cards.at(-1)?.period
  const course = (goal: GoalId) => {
    // Half a year is not a year: of a yearly goal the ends of years, and the present.
    const shown = cards.filter(({ period }) => !isYearly(goal) || period.endsWith('H2') || period === present)
    const values = shown.map(({ verdicts }) => pastValue(verdicts.find((each) => each.goal === goal)))
    return [...Array<PastValue>(COURSE_LENGTH).fill(NO_VALUE), ...values].slice(-COURSE_LENGTH)
  }
  return Object.fromEntries(GOALS.map((goal) => [goal, course(goal)])) as unknown as PastValues
}

const pastValue = (verdict: Verdict | undefined): PastValue =>
  verdict ? { value: verdict.value, leaks: leaksAgainstCap(verdict), broken: trendBreakOf(verdict) !== null } : NO_VALUE

/** What the small line of a goal draws: higher is better; null where there is no figure. */
export interface DrawnCourse {
  readonly values: readonly (number | null)[]
  readonly target: number
}

/** Shares against the target; leaks by how far each year stayed below its own cap, since caps differ. */
export const drawnCourse = (
  { goal, target }: Pick<Verdict, 'goal' | 'target'>,
  past: readonly PastValue[],
): DrawnCourse =>
  goal === 'incident-reduction'
    ? { values: past.map(({ leaks }) => leaks && leaks.cap - leaks.count), target: 0 }
    : { values: past.map(({ value }) => value), target }
