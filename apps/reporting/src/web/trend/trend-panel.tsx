import type { TrendPoint } from '@wayproof/scorecard/change/trend'
import type { Verdict } from '@wayproof/scorecard/verdict'
import { lazy } from 'react'
import { ChartFigure } from '../chart-panel/chart-figure.tsx'
import { ChartPanel } from '../chart-panel/chart-panel.tsx'
import ui from '../components/components.module.css'
import { useLanguage } from '../language.tsx'
import { flatRows, trendRows } from './trend-rows.ts'
import { TrendTable } from './trend-table.tsx'

const LeaksChart = lazy(() => import('../charts/leaks-chart.tsx').then(({ LeaksChart }) => ({ default: LeaksChart })))
const TrendChart = lazy(() => import('../charts/trend-chart.tsx').then(({ TrendChart }) => ({ default: TrendChart })))

/** Shows a goal's trend as a chart or a table. */
export function TrendPanel({ verdict, points }: { readonly verdict: Verdict; readonly points: readonly TrendPoint[] }) {
  const language = useLanguage()
  const text = language.words.reporting.goal.trend
  const rows = trendRows(verdict.goal, points, language)
  const flat = flatRows(rows)
  const name = language.words.goals.names[verdict.goal]
  const description = flat
    .map(([period, value]) => (value === undefined ? period : `${period} ${value}`))
    .join(language.words.reporting.shell.listed)
  const isIncidents = verdict.goal === 'incident-reduction'
  const hasValues = points.some(({ value, leaks }) => (isIncidents ? leaks !== undefined : value !== null))
  const caption = text.caption(name)
  return (
    <ChartPanel
      title={text.title}
      caption={caption}
      columns={[text.period, text.value, text.interval, text.verdict]}
      rows={flat}
      table={<TrendTable caption={caption} rows={rows} />}
    >
      {hasValues ? (
        <ChartFigure label={text.describe(name, description)}>
          {isIncidents ? (
            <LeaksChart points={points} />
          ) : (
            <TrendChart goal={verdict.goal} points={points} target={verdict.target} />
          )}
        </ChartFigure>
      ) : (
        <p className={ui.soft}>{text.none}</p>
      )}
    </ChartPanel>
  )
}
