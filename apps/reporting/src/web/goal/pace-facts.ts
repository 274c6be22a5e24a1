import type { Locale } from '@wayproof/kernel'
import { count, day, type Messages, percent } from '@wayproof/messages'
import type { RunningPace } from '@wayproof/scorecard'

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
