import type { Messages } from '@wayproof/messages'
import type { Verdict } from '@wayproof/scorecard'
import { courseOf } from '@wayproof/scorecard/running-result'
import { type Shape, statusShapeOf } from '../glyphs/status-shape-of.ts'

/** The state of a goal: its course while its half-year runs, then its result. */
export function goalState(
  verdict: Verdict,
  isRunning: boolean,
  words: Pick<Messages, 'scorecard'> & { readonly reporting: Pick<Messages['reporting'], 'shell'> },
): { readonly shape: Shape; readonly label: string } {
  if (!isRunning) {
    const shape = statusShapeOf(verdict)
    return { shape, label: words.reporting.shell.shapes[shape] }
  }
  const course = courseOf(verdict)
  const label = words.scorecard.courses.words[course]
  // No cross for a goal that can still be met.
  if (course === 'behind' || course === 'far-behind') return { shape: 'amber', label }
  return { shape: course === 'missed' ? 'missed' : statusShapeOf(verdict), label }
}
