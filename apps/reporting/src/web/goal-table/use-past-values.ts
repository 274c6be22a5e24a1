import { useQueries, useSuspenseQuery } from '@tanstack/react-query'
import { parsePeriod, periodKey, previousPeriod } from '@wayproof/kernel'
import type { Scorecard } from '@wayproof/scorecard'
import { type PastValues, pastValues, TREND_LENGTH } from '@wayproof/scorecard/drawing'
import { trpc } from '../api.ts'

/** Lists the half-years before `period` that the sparkline shows, oldest first; none before `first`. */
function halfYearsBefore(period: string, first: string): string[] {
  const keys: string[] = []
  let at = parsePeriod(period)
  for (let i = 1; i < TREND_LENGTH && at; i++) {
    at = previousPeriod(at)
    if (periodKey(at) >= first) keys.unshift(periodKey(at))
  }
  return keys
}

export function usePastValues(scorecard: Scorecard): PastValues {
  const { available } = useSuspenseQuery(trpc.scorecard.periods.queryOptions()).data
  const previousQueries = useQueries({
    queries: halfYearsBefore(scorecard.period, available.at(-1) ?? scorecard.period).map((period) =>
      trpc.scorecard.forPeriod.queryOptions({ period }, { staleTime: 10 * 60_000 }),
    ),
  })
  return pastValues([...previousQueries.flatMap(({ data }) => data ?? []), scorecard])
}
