import { useQueries, useSuspenseQuery } from '@tanstack/react-query'
import { parsePeriod } from '@wayproof/kernel/calendar/period'
import { sameHalvesUpTo } from '@wayproof/scorecard/change/same-halves'
import { type PastValues, pastValues, TREND_LENGTH } from '@wayproof/scorecard/drawing/goal-trend'
import type { Scorecard } from '@wayproof/scorecard/scorecard'
import { trpc } from '../api.ts'

/** Lists the same half of the years before `period` that the sparkline shows, oldest first; none before `first`. */
function halfYearsBefore(period: string, first: string): readonly string[] {
  const present = parsePeriod(period)
  const halves = present ? sameHalvesUpTo(present, TREND_LENGTH).slice(0, -1) : []
  return halves.filter((half) => half >= first)
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
