import type { Locale } from '@wayproof/kernel'
import { bandText, intervalEnds, type Messages, percent } from '@wayproof/messages'
import type { GoalId, TrendPoint } from '@wayproof/scorecard'
import { trendName } from './trend-name.ts'

export interface TrendRow {
  readonly cells: readonly [period: string, value: string, interval: string, verdict: string]
  /** Why it is not to be compared with the rows before; null where it is. */
  readonly broken: string | null
}

/** The figures of the chart as text, the oldest first. */
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
  // Counts of a year have no interval: that of a reduction is of the year's own baseline.
  const intervalText = ({ interval }: TrendPoint) =>
    interval && goal !== 'incident-reduction' ? intervalEnds(goal, interval).join(' – ') : none
  return points.map((point) => ({
    cells: [
      trendName(goal, point.period, locale),
      valueText(point),
      intervalText(point),
      words.goals.words[point.verdict],
    ],
    broken: point.broken && notComparable(broken[point.broken]),
  }))
}

/** The rows as they are read one after another, a break before what it parts. */
export const flatRows = (rows: readonly TrendRow[]): readonly (readonly string[])[] =>
  rows.flatMap(({ cells, broken }) => (broken === null ? [cells] : [[broken], cells]))
