import type { Locale } from '@wayproof/kernel/people/locale'
import type { PastValue } from '@wayproof/scorecard/drawing/goal-trend'
import type { GoalId } from '@wayproof/scorecard/goals/goal'
import type { Messages } from './en.ts'
import { intervalEnds } from './goal-value.ts'
import { count, percent } from './number-format.ts'

interface Language {
  readonly locale: Locale
  readonly words: Pick<Messages, 'scorecard'>
}

/**
 * The figures of a goal's trend line with their years and intervals in words, oldest first; years without a figure are
 * skipped. The limit of a year is not one of its first half.
 */
export function trendWords(
  goal: GoalId,
  pastValues: readonly PastValue[],
  { locale, words }: Language,
): readonly string[] {
  return pastValues.flatMap(({ period, value, interval, count: leaks, leaks: againstCap }) => {
    const year = period.slice(0, 4)
    if (goal === 'incident-reduction') {
      if (leaks === null) return []
      const isYear = period.endsWith('H2') && againstCap !== null
      return [`${year} ${isYear ? words.scorecard.leaks(againstCap) : count(leaks, locale)}`]
    }
    if (value === null) return []
    const ends = interval && intervalEnds(goal, interval).join('\u2013')
    return [`${year} ${percent(value)}${ends === null ? '' : locale === 'en' ? ` (${ends})` : `（${ends}）`}`]
  })
}
