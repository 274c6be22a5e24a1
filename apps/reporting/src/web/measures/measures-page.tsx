import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type Measures, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import { CaseGroupsPanel } from './case-groups-panel.tsx'
import { ClauseMap } from './clause-map.tsx'
import { MeasurePanel } from './measure-panel.tsx'

const route = getRouteApi('/inside/measures')

/** Shows the seven measures of the policy paper in a half-year, with an index first. */
export function MeasuresPage() {
  const search = route.useSearch()
  const periods = useQuery(trpc.scorecard.periods.queryOptions())
  const period = search.period ?? periods.data?.home
  const measures = useQuery({
    ...trpc.measure.list.queryOptions({ period: period ?? '' }),
    enabled: period !== undefined,
    placeholderData: (previous) => previous,
  })
  const failed = [measures, periods].find(({ isLoadingError }) => isLoadingError)
  const refetch = () => {
    void periods.refetch()
    void measures.refetch()
  }
  if (failed) return <FaultPanel error={failed.error} onAgain={refetch} />
  if (!measures.data || !periods.data || !period) return <Loading heights={[56, 320, 320]} />
  return <MeasuresView view={measures.data} />
}

interface MeasuresViewProps {
  readonly view: Measures
}

function MeasuresView({ view: { measures, asOf, recordedOn, period, ruleVersion, maySuspect } }: MeasuresViewProps) {
  const { words } = useLanguage()
  const text = words.reporting.measures
  const indicatorCount = measures.reduce((sum, { indicators }) => sum + indicators.length, 0)
  const unknown = measures.reduce((sum, measure) => sum + measure.unknown, 0)
  return (
    <>
      <PageHead
        title={text.title(indicatorCount - unknown, indicatorCount)}
        lead={text.lead(words.scorecard.counted(asOf, recordedOn), ruleVersion)}
      />
      <div className={ui.stack}>
        <ClauseMap measures={measures} period={period} />
        {measures.map((measure) => (
          <MeasurePanel key={measure.id} measure={measure} period={period} maySuspect={maySuspect} />
        ))}
        <CaseGroupsPanel period={period} />
      </div>
    </>
  )
}
