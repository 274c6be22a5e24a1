import type { Locale } from '@wayproof/kernel'
import { goalPercent, intervalEnds, type Messages } from '@wayproof/messages'
import type { GoalId, TrendPoint } from '@wayproof/scorecard'
import { trendName } from './trend-name.ts'

export type TrendRow = readonly [period: string, value: string, interval: string, verdict: string]

/** The figures of the chart as text, the oldest first. */
export function trendRows(
  goal: GoalId,
  points: readonly TrendPoint[],
  { locale, words }: { readonly locale: Locale; readonly words: Messages },
): readonly TrendRow[] {
  const none = words.reporting.shell.none
  return points.map((point) => [
    trendName(goal, point.period, locale),
    point.value === null ? none : goalPercent(goal, point.value, locale),
    point.interval ? intervalEnds(goal, point.interval, locale).join(' – ') : none,
    words.goals.words[point.verdict],
  ])
}
