import type { Locale } from '@wayproof/kernel/people/locale'
import { day } from '@wayproof/messages/date-format'
import type { Messages } from '@wayproof/messages/en'
import { count, percent } from '@wayproof/messages/number-format'
import type { RunningPace } from '@wayproof/scorecard/goals/running-pace'

interface Language {
  readonly locale: Locale
  readonly words: Pick<Messages, 'scorecard'>
}

/** Lists what is done, expected by now and needed, and the days left: facts, and no forecast. */
export function paceFacts(pace: RunningPace, { locale, words }: Language): readonly (readonly [string, string])[] {
  const text = words.scorecard.gaps.running
  const { counts } = pace
  return [
    [text.now[counts], count(pace.now, locale)],
    [text.expected[counts], count(pace.expected, locale)],
    [text.atEnd[counts], count(pace.atEnd, locale)],
    [text.daysLeft, count(pace.daysLeft, locale)],
    [text.elapsed[counts], percent(pace.elapsedShare)],
    [text.by, day(pace.by, locale)],
  ]
}
