import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { periodName } from '@wayproof/messages/date-format'
import type { Scorecard } from '@wayproof/scorecard/scorecard'
import type { ReactNode } from 'react'
import { trpc } from '../api.ts'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import { OpenQuestions } from '../questions/open-questions.tsx'

interface ShownScorecardProps {
  /** The half-year of the address; undefined for the default one. */
  readonly asked: string | undefined
  readonly render: (scorecard: Scorecard) => ReactNode
}

/** Loads the scorecard of a half-year and the questions that wait for an officer. */
export function ShownScorecard({ asked: requestedPeriod, render }: ShownScorecardProps) {
  const { locale, words } = useLanguage()
  const periods = useQuery(trpc.scorecard.periods.queryOptions())
  const period = requestedPeriod ?? periods.data?.home
  const scorecard = useQuery({
    ...trpc.scorecard.forPeriod.queryOptions({ period: period ?? '' }),
    enabled: period !== undefined,
    placeholderData: (previous) => previous,
  })
  const failed = [scorecard, periods].find(({ isLoadingError }) => isLoadingError)
  const newest = periods.data ? <NewestScorecard period={periods.data.home} /> : undefined
  if (failed)
    return (
      <FaultPanel
        error={failed.error}
        back={newest}
        onAgain={() => {
          void periods.refetch()
          void scorecard.refetch()
        }}
      />
    )
  if (!scorecard.data || !period) return <Loading heights={[76, 306, 380]} />
  if (periods.data && isOutside(scorecard.data, periods.data.available))
    return <PageHead title={words.reporting.scorecard.noFigures(periodName(period, locale))} lead={newest} />
  return (
    <>
      <OpenQuestions page="scorecard" />
      {render(scorecard.data)}
    </>
  )
}

/** Says whether a half-year has nothing to show: not in the offered range, not closed, and without figures. */
export const isOutside = (
  { period, seal, verdicts }: Pick<Scorecard, 'period' | 'seal' | 'verdicts'>,
  available: readonly PeriodKey[],
): boolean => !available.includes(period) && seal === null && verdicts.every(({ value }) => value === null)

/** Links the default half-year from one without a scorecard. */
function NewestScorecard({ period }: { readonly period: PeriodKey }) {
  const { locale, words } = useLanguage()
  return (
    <Link to="/scorecard" search={{ period }}>
      {words.reporting.scorecard.toNewest(periodName(period, locale))}
    </Link>
  )
}
