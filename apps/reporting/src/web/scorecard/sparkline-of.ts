import { courseWords } from '@wayproof/messages'
import type { Verdict } from '@wayproof/scorecard'
import { type DrawnCourse, drawnCourse, type PastValue } from '@wayproof/scorecard/drawing'

/** The sparkline of a goal and each of its values as text. */
export interface GoalSparkline extends DrawnCourse {
  readonly words: readonly string[]
}

export const sparklineOf = (
  verdict: Pick<Verdict, 'goal' | 'target'>,
  past: readonly PastValue[],
  language: Parameters<typeof courseWords>[2],
): GoalSparkline => ({ ...drawnCourse(verdict, past), words: courseWords(verdict.goal, past, language) })
