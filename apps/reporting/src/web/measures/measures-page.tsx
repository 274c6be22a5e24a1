import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { type Measures, trpc } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { Drawer } from '../components/drawer.tsx'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { Terms } from '../terms/terms.tsx'
import { MeasureTable } from './measure-table.tsx'

const route = getRouteApi('/inside/measures')

/** Shows the seven measures of the policy paper in a half-year, in one table. */
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

function MeasuresView({ view }: MeasuresViewProps) {
  const { measures, asOf, recordedOn, ruleVersion } = view
  const [areCasesShown, setAreCasesShown] = useState(false)
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
      <Terms terms={['interval', 'significant', 'hidden']} />
      <MeasureTable view={view} onCases={() => setAreCasesShown(true)} />
      {areCasesShown ? (
        <Drawer title={text.cases} onClose={() => setAreCasesShown(false)}>
          <CaseGroupsPanel period={view.period} />
        </Drawer>
      ) : null}
    </>
  )
}

/** Counts the requests and complaints of a half-year by kind, law and channel. */
export function CaseGroupsPanel({ period }: { readonly period: string }) {
  const { words } = useLanguage()
  const { caseGroups: text, breakdown } = words.reporting
  const casesQuery = useQuery(trpc.measure.cases.queryOptions({ period }))
  if (!casesQuery.data) return null
  const { groups, step } = casesQuery.data
  if (!groups)
    return (
      <Panel title={text.title}>
        <p className={ui.soft}>{text.running}</p>
      </Panel>
    )
  return (
    <Panel
      title={text.title}
      actions={
        <a className={ui.quiet} href={`/export/cases.csv?${new URLSearchParams({ period })}`} download>
          {breakdown.export}
        </a>
      }
    >
      <WideTable caption={text.title} isStacked>
        <ColumnHeads columns={[breakdown.columns.group, breakdown.columns.margin, text.people]} />
        <tbody>
          {groups.map(({ margin, category, people }) => (
            <tr key={`${margin} ${category}`}>
              <th scope="row">{text.category(margin, category)}</th>
              <td data-label={breakdown.columns.margin}>{text.margins[margin]}</td>
              <td data-label={text.people}>{breakdown.people(people)}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      <p className={ui.soft}>{text.note(step)}</p>
    </Panel>
  )
}
