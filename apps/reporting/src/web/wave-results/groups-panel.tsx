import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { MARGINS, type Margin } from '@wayproof/scorecard/margin'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { BreakdownChart } from '../breakdown/breakdown-chart.tsx'
import { BreakdownNotes } from '../breakdown/breakdown-notes.tsx'
import { breakdownColumns, breakdownRows } from '../breakdown/breakdown-rows.ts'
import { ChartPanel } from '../chart-panel/chart-panel.tsx'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { useLanguage } from '../language.tsx'

/** Shows overall satisfaction by group, after cell suppression. */
export function GroupsPanel({ period }: { readonly period: string }) {
  const { words } = useLanguage()
  const text = words.reporting.breakdown
  const [margin, setMargin] = useState<Margin>('channel')
  const query = useQuery({
    ...trpc.breakdown.satisfaction.queryOptions({ period, by: margin }),
    placeholderData: (last) => last,
  })
  const breakdown = query.data
  const hasFigures = breakdown?.now.everybody.kind === 'shown'
  return (
    <ChartPanel
      title={text.title}
      caption={text.caption(text.margins[margin])}
      columns={breakdownColumns(words)}
      rows={breakdown && hasFigures ? breakdownRows(breakdown, words) : []}
      notes={breakdown && hasFigures ? <BreakdownNotes breakdown={breakdown} /> : null}
    >
      {query.error ? <ErrorNote error={query.error} /> : null}
      {breakdown && hasFigures ? (
        <div className={ui.stack}>
          <NativeSelect
            label={text.by}
            value={margin}
            data={MARGINS.map((value) => ({ value, label: text.margins[value] }))}
            onChange={({ currentTarget: { value } }) => setMargin(MARGINS.find((name) => name === value) ?? margin)}
          />
          <BreakdownChart breakdown={breakdown} />
        </div>
      ) : null}
      {breakdown && !hasFigures ? <p className={ui.soft}>{text.tooFew}</p> : null}
    </ChartPanel>
  )
}
