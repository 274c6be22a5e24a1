import type { Locale } from '@wayproof/kernel/people/locale'
import { bandText } from '@wayproof/messages/band-text'
import type { Messages } from '@wayproof/messages/en'
import { intervalEnds } from '@wayproof/messages/goal-value'
import { percent } from '@wayproof/messages/number-format'
import type { TrendPoint } from '@wayproof/scorecard/change/trend'
import type { GoalId } from '@wayproof/scorecard/goals/goal'
import { trendName } from './trend-name.ts'

export interface TrendRow {
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
export const flatRows = (rows: readonly TrendRow[]): readonly (readonly string[])[] =>
  rows.flatMap(({ cells, breakText }) => (breakText === null ? [cells] : [[breakText], cells]))
