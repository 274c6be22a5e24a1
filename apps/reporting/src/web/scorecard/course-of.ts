import type { Locale } from '@wayproof/kernel'
import { type Messages, percent } from '@wayproof/messages'
import type { Verdict } from '@wayproof/scorecard'
import type { PastValue } from './use-past-values.ts'

/** What the small line of a goal draws, and each of its figures in words. */
export interface Course {
  /** Higher is better; null where there is no figure. */
  readonly values: readonly (number | null)[]
  readonly target: number
  readonly words: readonly string[]
}

/** Shares against the target; leaks by how far each year stayed below its own cap, since caps differ. */
export function courseOf(
  { goal, target }: Pick<Verdict, 'goal' | 'target'>,
  past: readonly PastValue[],
  { locale, words }: { readonly locale: Locale; readonly words: Messages },
): Course {
  if (goal === 'incident-reduction') {
    return {
      values: past.map(({ leaks }) => leaks && leaks.cap - leaks.count),
      target: 0,
      words: past.flatMap(({ leaks }) => (leaks ? [words.scorecard.leaks(leaks)] : [])),
    }
  }
  return {
    values: past.map(({ value }) => value),
    target,
    words: past.flatMap(({ value }) => (value === null ? [] : [percent(value, locale)])),
  }
}
