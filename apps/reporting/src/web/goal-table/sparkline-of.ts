import { trendWords } from '@wayproof/messages/trend-words'
import { type DrawnTrend, drawnTrend, type PastValue } from '@wayproof/scorecard/drawing/goal-trend'
import type { Verdict } from '@wayproof/scorecard/verdict'

/** The sparkline of a goal and each of its values as text. */
export interface GoalSparkline extends DrawnTrend {
  readonly words: readonly string[]
}

export const sparklineOf = (
  verdict: Pick<Verdict, 'goal' | 'target'>,
  pastValues: readonly PastValue[],
  language: Parameters<typeof trendWords>[2],
): GoalSparkline => ({ ...drawnTrend(verdict, pastValues), words: trendWords(verdict.goal, pastValues, language) })
