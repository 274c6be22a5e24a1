import { useQueries } from '@tanstack/react-query'
import { parsePeriod, periodKey, previousPeriod } from '@wayproof/kernel'
import type { Scorecard } from '@wayproof/scorecard'
import { GOALS, type GoalId } from '@wayproof/scorecard/goal'
import { trpc } from '../api.ts'

/** A goal's values of the last four half-years, the oldest first, the present one last. */
export type PastValues = Readonly<Record<GoalId, readonly (number | null)[]>>

/** The three half-years before `period`, the oldest first. */
function threeBefore(period: string): string[] {
  const keys: string[] = []
  let at = parsePeriod(period)
  for (let i = 0; i < 3 && at; i++) {
    at = previousPeriod(at)
    keys.unshift(periodKey(at))
  }
  return keys
}

export function usePastValues(scorecard: Scorecard): PastValues {
  const before = useQueries({
    queries: threeBefore(scorecard.period).map((period) =>
      trpc.scorecard.forPeriod.queryOptions({ period }, { staleTime: 10 * 60_000 }),
    ),
  })
  const all = [...before.map(({ data }) => data), scorecard]
  const figure = (card: Scorecard | undefined, goal: GoalId) =>
    card?.verdicts.find((verdict) => verdict.goal === goal)?.value ?? null
  return Object.fromEntries(GOALS.map((goal) => [goal, all.map((card) => figure(card, goal))])) as unknown as PastValues
}
