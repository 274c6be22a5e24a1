import type { TrendPoint, Verdict } from '@wayproof/scorecard'
import { lazy, Suspense, useState } from 'react'
import ui from '../components/components.module.css'
import { CopyButton } from '../components/copy-button.tsx'
import { Panel } from '../components/panel.tsx'
import { QuietButton } from '../components/quiet-button.tsx'
import styles from '../goal/goal.module.css'
import { useLanguage } from '../language.tsx'
import { flatRows, trendRows } from './trend-rows.ts'
import { TrendTable } from './trend-table.tsx'

const LeaksChart = lazy(() => import('../charts/leaks-chart.tsx').then(({ LeaksChart }) => ({ default: LeaksChart })))
const TrendChart = lazy(() => import('../charts/trend-chart.tsx').then(({ TrendChart }) => ({ default: TrendChart })))

/** Shows a goal's trend as a chart or a table. */
export function TrendPanel({ verdict, points }: { readonly verdict: Verdict; readonly points: readonly TrendPoint[] }) {
  const language = useLanguage()
  const text = language.words.reporting.goal.trend
  const [table, setTable] = useState(false)
  const rows = trendRows(verdict.goal, points, language)
  const name = language.words.goals.names[verdict.goal]
  const { listed } = language.words.reporting.shell
  const description = flatRows(rows)
    .map(([period, value]) => (value === undefined ? period : `${period} ${value}`))
    .join(listed)
  const incidents = verdict.goal === 'incident-reduction'
  const hasValues = points.some(({ value, leaks }) => (incidents ? leaks !== undefined : value !== null))
  return (
    <Panel
      title={text.title}
      actions={
        <>
          <QuietButton aria-pressed={table} onClick={() => setTable(!table)}>
            {table ? text.chart : text.table}
          </QuietButton>
          <span className={styles.dot}>·</span>
          <CopyButton rows={[[text.period, text.value, text.interval, text.verdict], ...flatRows(rows)]} />
        </>
      }
    >
      {table ? <TrendTable caption={text.caption(name)} rows={rows} /> : null}
      {!table && !hasValues ? <p className={ui.soft}>{text.none}</p> : null}
      {!table && hasValues ? (
        <div className={styles.chart} role="img" aria-label={text.describe(name, description)}>
          <Suspense fallback={null}>
            {incidents ? (
              <LeaksChart points={points} />
            ) : (
              <TrendChart goal={verdict.goal} points={points} target={verdict.target} />
            )}
          </Suspense>
        </div>
      ) : null}
    </Panel>
  )
}
