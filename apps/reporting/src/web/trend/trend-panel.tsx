import type { TrendPoint, Verdict } from '@wayproof/scorecard'
import { lazy, Suspense, useState } from 'react'
import ui from '../components/components.module.css'
import { CopyButton } from '../components/copy-button.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { Panel } from '../components/panel.tsx'
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
  const [isTableShown, setIsTableShown] = useState(false)
  const rows = trendRows(verdict.goal, points, language)
  const name = language.words.goals.names[verdict.goal]
  const { listed } = language.words.reporting.shell
  const description = flatRows(rows)
    .map(([period, value]) => (value === undefined ? period : `${period} ${value}`))
    .join(listed)
  const isIncidents = verdict.goal === 'incident-reduction'
  const hasValues = points.some(({ value, leaks }) => (isIncidents ? leaks !== undefined : value !== null))
  return (
    <Panel
      title={text.title}
      actions={
        <>
          <LinkButton aria-pressed={isTableShown} onClick={() => setIsTableShown(!isTableShown)}>
            {isTableShown ? text.chart : text.table}
          </LinkButton>
          <span className={styles.dot}>·</span>
          <CopyButton rows={[[text.period, text.value, text.interval, text.verdict], ...flatRows(rows)]} />
        </>
      }
    >
      {isTableShown ? <TrendTable caption={text.caption(name)} rows={rows} /> : null}
      {!isTableShown && !hasValues ? <p className={ui.soft}>{text.none}</p> : null}
      {!isTableShown && hasValues ? (
        <div className={styles.chart} role="img" aria-label={text.describe(name, description)}>
          <Suspense fallback={null}>
            {isIncidents ? (
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
