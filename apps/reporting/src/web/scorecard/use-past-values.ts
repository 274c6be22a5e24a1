import { useQueries, useSuspenseQuery } from '@tanstack/react-query'
import { parsePeriod, periodKey, previousPeriod } from '@wayproof/kernel'
import type { LeaksAgainstCap, Scorecard } from '@wayproof/scorecard'
import { GOALS, type GoalId, isYearly } from '@wayproof/scorecard/goal'
import { leaksAgainstCap } from '@wayproof/scorecard/leaks-against-cap'
import { trpc } from '../api.ts'

export interface PastValue {
  readonly value: number | null
  /** The incident goal has these: what is compared from year to year. */
  readonly leaks: LeaksAgainstCap | null
  /** It is not to be compared with those before. */
  readonly broken: boolean
}

const NO_VALUE: PastValue = { value: null, leaks: null, broken: false }

/** A goal's values of the last four half-years, the oldest first, the present one last. */
export type PastValues = Readonly<Record<GoalId, readonly PastValue[]>>

const SHOWN = 4

/** The three half-years before `period`, the oldest first; none from before `first`. */
function threeBefore(period: string, first: string): string[] {
  const keys: string[] = []
  let at = parsePeriod(period)
  for (let i = 1; i < SHOWN && at; i++) {
    at = previousPeriod(at)
    if (periodKey(at) >= first) keys.unshift(periodKey(at))
  }
  return keys
}

export function usePastValues(scorecard: Scorecard): PastValues {
  const { available } = useSuspenseQuery(trpc.scorecard.periods.queryOptions()).data
  const before = useQueries({
    queries: threeBefore(scorecard.period, available.at(-1) ?? scorecard.period).map((period) =>
      trpc.scorecard.forPeriod.queryOptions({ period }, { staleTime: 10 * 60_000 }),
    ),
  })
  const all = [...before.flatMap(({ data }) => data ?? []), scorecard]
  const course = (goal: GoalId) => {
    // Half a year is not a year: of a yearly goal the ends of years, and the present.
    const cards = all.filter(({ period }) => !isYearly(goal) || period.endsWith('H2') || period === scorecard.period)
    const values = cards.map((card): PastValue => {
      const verdict = card.verdicts.find((each) => each.goal === goal)
      const broken = verdict?.goal === 'customer-satisfaction' && verdict.figures.trendBreak !== null
      return { value: verdict?.value ?? null, leaks: verdict ? leaksAgainstCap(verdict) : null, broken }
    })
    return [...Array<PastValue>(SHOWN - values.length).fill(NO_VALUE), ...values]
  }
  return Object.fromEntries(GOALS.map((goal) => [goal, course(goal)])) as unknown as PastValues
}
