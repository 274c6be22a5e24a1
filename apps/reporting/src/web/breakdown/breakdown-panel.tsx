import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { ChartActions } from '../chart-panel/chart-actions.tsx'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { Loading } from '../components/loading.tsx'
import { Panel } from '../components/panel.tsx'
import goal from '../goal/goal.module.css'
import { useLanguage } from '../language.tsx'
import { BreakdownChart } from './breakdown-chart.tsx'
import { BreakdownFilters } from './breakdown-filters.tsx'
import { BreakdownNotes } from './breakdown-notes.tsx'
import { breakdownColumns, breakdownRows } from './breakdown-rows.ts'
import { BreakdownTable } from './breakdown-table.tsx'

const route = getRouteApi('/inside/goal/$goal')

/** Shows satisfaction by group after cell suppression; the address holds the filters. Loaded on request. */
export function BreakdownPanel({ period }: { readonly period: string }) {
  const { words } = useLanguage()
  const text = words.reporting.breakdown
  const { item, by, and } = route.useSearch()
  const cut = { ...(item && { item }), ...(by && { by }), ...(and && { and }) }
  const [isOpen, setIsOpen] = useState(Object.keys(cut).length > 0)
  const query = useQuery({
    ...trpc.breakdown.satisfaction.queryOptions({ period, ...cut }),
    enabled: isOpen,
    placeholderData: (last) => last,
  })
  const [isTableShown, setIsTableShown] = useState(false)
  if (!isOpen) {
    const show = (
      <LinkButton aria-expanded={false} onClick={() => setIsOpen(true)}>
        {text.show}
      </LinkButton>
    )
    return (
      <Panel title={text.title} actions={show}>
        <p className={ui.soft}>{text.what}</p>
      </Panel>
    )
  }
  if (query.isLoadingError) return <FaultPanel error={query.error} onAgain={() => void query.refetch()} />
  const breakdown = query.data
  if (!breakdown) return <Loading heights={[320]} />
  const { notShown, everybody } = breakdown.now
  const hasFigures = notShown === null && everybody.kind === 'shown'
  const rows = breakdownRows(breakdown, words)
  const { item: _item, ...division } = cut
  return (
    <Panel
      title={text.title}
      actions={
        hasFigures ? (
          <>
            <LinkButton aria-pressed={isTableShown} onClick={() => setIsTableShown(!isTableShown)}>
              {isTableShown ? text.chart : text.table}
            </LinkButton>
            <span className={goal.dot}>·</span>
            <ChartActions
              title={text.title}
              rows={[breakdownColumns(words), ...rows]}
              file={
                <a
                  className={ui.quiet}
                  href={`/export/satisfaction.csv?${new URLSearchParams({ period, ...division })}`}
                  title={text.exportHint}
                  download
                >
                  {text.export}
                </a>
              }
            />
          </>
        ) : null
      }
    >
      {hasFigures ? (
        <>
          <p className={goal.said}>{text.lead}</p>
          <BreakdownFilters items={breakdown.items} cut={cut} />
          {isTableShown ? (
            <BreakdownTable rows={rows} caption={text.caption(text.columns.group)} />
          ) : (
            <BreakdownChart breakdown={breakdown} />
          )}
          <BreakdownNotes breakdown={breakdown} />
        </>
      ) : (
        <p className={ui.soft}>{notShown === null ? text.tooFew : text.notShown[notShown]}</p>
      )}
    </Panel>
  )
}
