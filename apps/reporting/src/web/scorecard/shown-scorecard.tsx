import { useQuery } from '@tanstack/react-query'
import { periodName } from '@wayproof/messages/date-format'
import type { Scorecard } from '@wayproof/scorecard/scorecard'
import type { ReactNode } from 'react'
import { trpc } from '../api.ts'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import { OpenQuestions } from '../questions/open-questions.tsx'
import { isOutside } from './is-outside.ts'
import { NewestScorecard } from './newest-scorecard.tsx'

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
