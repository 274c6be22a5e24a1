import type { Locale } from '@wayproof/kernel/people/locale'
import type { FigureChange } from '@wayproof/scorecard/closing/figure-change'
import type { Status, VerdictResult } from '@wayproof/scorecard/verdict'
import { goalPercent } from './goal-value.ts'
import { count } from './number-format.ts'

interface Words {
  readonly words: Record<VerdictResult, string>
  readonly statuses: Record<Status, string>
}

/** One side of a changed figure, in words or as a percentage; null if there was no figure. */
export function figureText(
  { goal, figure }: FigureChange,
  value: string | number | null,
  locale: Locale,
  { words, statuses }: Words,
): string | null {
  if (value === null) return null
  if (figure === 'verdict') return words[value as VerdictResult]
  if (figure === 'status') return statuses[value as Status]
  return figure === 'value' ? goalPercent(goal, Number(value)) : count(Number(value), locale)
}
