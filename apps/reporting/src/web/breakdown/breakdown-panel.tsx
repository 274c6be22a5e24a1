import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { trpc } from '../api.ts'
import { ChartPanel } from '../chart-panel/chart-panel.tsx'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { useLanguage } from '../language.tsx'
import { BreakdownChart } from './breakdown-chart.tsx'
import { BreakdownFilters } from './breakdown-filters.tsx'
import { BreakdownNotes } from './breakdown-notes.tsx'
import { breakdownColumns, breakdownRows } from './breakdown-rows.ts'

const route = getRouteApi('/inside/waves/results')

/** Shows satisfaction by group after cell suppression; the address holds the filters. */
export function BreakdownPanel({ period }: { readonly period: string }) {
  const { words } = useLanguage()
  const text = words.reporting.breakdown
  const { item, by, and } = route.useSearch()
  const cut = { ...(item && { item }), ...(by && { by }), ...(and && { and }) }
  const { data: breakdown, error } = useQuery({
    ...trpc.breakdown.satisfaction.queryOptions({ period, ...cut }),
    placeholderData: (last) => last,
  })
  const { notShown = null, everybody } = breakdown?.now ?? {}
  const hasFigures = notShown === null && everybody?.kind === 'shown'
  return (
    <ChartPanel
      title={text.title}
      hint={text.lead}
      caption={text.caption(text.columns.group)}
      columns={breakdownColumns(words)}
      rows={breakdown && hasFigures ? breakdownRows(breakdown, words) : []}
      notes={breakdown && hasFigures ? <BreakdownNotes breakdown={breakdown} /> : null}
    >
      {error ? <ErrorNote error={error} /> : null}
      {breakdown ? <BreakdownFilters items={breakdown.items} cut={cut} /> : null}
      {breakdown && hasFigures ? <BreakdownChart breakdown={breakdown} /> : null}
      {breakdown && !hasFigures ? (
        <p className={ui.soft}>{notShown === null ? text.tooFew : text.notShown[notShown]}</p>
      ) : null}
    </ChartPanel>
  )
}
