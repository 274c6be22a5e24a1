import type { Locale } from '@wayproof/kernel/people/locale'
import { bandText } from '@wayproof/messages/band-text'
import type { Messages } from '@wayproof/messages/en'
import { intervalEnds } from '@wayproof/messages/goal-value'
import { percent } from '@wayproof/messages/number-format'
import type { TrendPoint } from '@wayproof/scorecard/change/trend'
import type { GoalId } from '@wayproof/scorecard/goals/goal'
import type { Verdict } from '@wayproof/scorecard/verdict'
import { Fragment, lazy } from 'react'
import { ChartFigure } from '../chart-panel/chart-figure.tsx'
import { ChartPanel } from '../chart-panel/chart-panel.tsx'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { WideTable } from '../components/wide-table.tsx'
import styles from '../goal/goal.module.css'
import { useLanguage } from '../language.tsx'
import { trendName } from './trend-name.ts'

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

function TrendTable({ caption, rows }: { readonly caption: string; readonly rows: readonly TrendRow[] }) {
  const text = useLanguage().words.reporting.goal.trend
  return (
    <WideTable caption={caption}>
      <ColumnHeads columns={['period', 'value', 'interval', 'verdict']} names={text} numbers={['value', 'interval']} />
      <tbody>
        {rows.map(({ cells: [period, value, interval, verdict], breakText }) => (
          <Fragment key={period}>
            {breakText === null ? null : (
              <tr>
                <td colSpan={4} className={styles.broken}>
                  {breakText}
                </td>
              </tr>
            )}
            <tr>
              <th scope="row">{period}</th>
              <td data-number>{value}</td>
              <td data-number>{interval}</td>
              <td>{verdict}</td>
            </tr>
          </Fragment>
        ))}
      </tbody>
    </WideTable>
  )
}

interface TrendRow {
  readonly cells: readonly [period: string, value: string, interval: string, verdict: string]
  /** Why the row cannot be compared with those before; null if it can. */
  readonly breakText: string | null
}

/** Writes the chart's values as text, oldest first. */
export function trendRows(
  goal: GoalId,
  points: readonly TrendPoint[],
  { locale, words }: { readonly locale: Locale; readonly words: Messages },
): readonly TrendRow[] {
  const { none } = words.reporting.shell
  const { broken, notComparable } = words.reporting.goal.trend
  const valueText = ({ value, band, leaks }: TrendPoint) => {
    if (goal === 'incident-reduction') return leaks ? words.scorecard.leaks(leaks) : none
    if (value === null) return band ? bandText(band, locale) : none
    return percent(value)
  }
  // A yearly count has no interval; the interval of a reduction belongs to the baseline of its own year.
  const intervalText = ({ interval }: TrendPoint) =>
    interval && goal !== 'incident-reduction' ? intervalEnds(goal, interval).join(' – ') : none
  return points.map((point) => ({
    cells: [
      trendName(goal, point.period, locale),
      valueText(point),
      intervalText(point),
      words.goals.words[point.verdict],
    ],
    breakText: point.broken && notComparable(broken[point.broken]),
  }))
}

/** Lists the rows as text, each break before its row. */
const flatRows = (rows: readonly TrendRow[]): readonly (readonly string[])[] =>
  rows.flatMap(({ cells, breakText }) => (breakText === null ? [cells] : [[breakText], cells]))
