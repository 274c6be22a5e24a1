import type { Locale } from '@wayproof/kernel'
import type { GoalId } from '@wayproof/scorecard'
import type { PastValue } from '@wayproof/scorecard/drawing'
import type { Messages } from './en.ts'
import { intervalEnds } from './goal-value.ts'
import { percent } from './number-format.ts'

interface Language {
  readonly locale: Locale
  readonly words: Pick<Messages, 'scorecard'>
}

/** The figures of a goal's trend line and their intervals in words, oldest first; periods without a figure are skipped. */
export function trendWords(
  goal: GoalId,
  pastValues: readonly PastValue[],
  { locale, words }: Language,
): readonly string[] {
  if (goal !== 'incident-reduction') {
    return pastValues.flatMap(({ value, interval }) => {
      if (value === null) return []
      const ends = interval && intervalEnds(goal, interval).join('\u2013')
      return [`${percent(value)}${ends === null ? '' : locale === 'en' ? ` (${ends})` : `（${ends}）`}`]
    })
  }
  return pastValues.flatMap(({ leaks }) => (leaks ? [words.scorecard.leaks(leaks)] : []))
}
