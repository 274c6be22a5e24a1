import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { periodName } from '@wayproof/messages'
import { trpc } from '../api.ts'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import { OpenQuestions } from '../questions/open-questions.tsx'
import { isOutside } from './is-outside.ts'
import { NewestScorecard } from './newest-scorecard.tsx'
import { ScorecardView } from './scorecard-view.tsx'

const route = getRouteApi('/inside/scorecard')

/** Shows the half-year of the address, or the default one. */
export function ScorecardPage() {
  const { locale, words } = useLanguage()
  const search = route.useSearch()
  const periods = useQuery(trpc.scorecard.periods.queryOptions())
  const period = search.period ?? periods.data?.home
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
  if (!scorecard.data || !period) return <Loading heights={[76, 506, 220]} />
  if (periods.data && isOutside(scorecard.data, periods.data.available))
    return <PageHead title={words.reporting.scorecard.noFigures(periodName(period, locale))} lead={newest} />
  return (
    <>
      <OpenQuestions page="scorecard" />
      <ScorecardView key={words.reporting.shell.scorecard} scorecard={scorecard.data} period={period} />
    </>
  )
}
