import type { Locale } from '@wayproof/kernel'
import { type Messages, shortPeriod } from '@wayproof/messages'
import type { GoalId, TrendPoint } from '@wayproof/scorecard'
import { intervalText, valueText } from '../marks/figures.ts'

export type TrendRow = readonly [period: string, value: string, interval: string, verdict: string]

/** The figures of the chart as text, the oldest first. */
export function trendRows(
  goal: GoalId,
  points: readonly TrendPoint[],
  { locale, words }: { readonly locale: Locale; readonly words: Messages },
): readonly TrendRow[] {
  const none = words.reporting.shell.none
  return points.map((point) => [
    shortPeriod(point.period, locale),
    point.value === null ? none : valueText(goal, point.value, locale),
    point.interval ? intervalText(goal, point.interval, locale) : none,
    words.goals.words[point.verdict],
  ])
}
