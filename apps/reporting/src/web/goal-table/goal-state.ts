import type { Messages } from '@wayproof/messages/en'
import { type Shape, shapeOf } from '@wayproof/scorecard/claims/verdict-shape'
import { courseOf } from '@wayproof/scorecard/running-result'
import type { Verdict } from '@wayproof/scorecard/verdict'

/** The state of a goal: its course while its half-year runs, then its result. */
export function goalState(
  verdict: Verdict,
  isRunning: boolean,
  words: Pick<Messages, 'scorecard'> & { readonly reporting: Pick<Messages['reporting'], 'shell'> },
): { readonly shape: Shape; readonly label: string } {
  if (!isRunning) {
    return { shape: shapeOf(verdict), label: words.scorecard.claims.label(verdict) }
  }
  const course = courseOf(verdict)
  const label = words.scorecard.courses.words[course]
  // No cross for a goal that can still be met.
  if (course === 'behind' || course === 'far-behind') return { shape: 'amber', label }
  return { shape: course === 'missed' ? 'missed' : shapeOf(verdict), label }
}
