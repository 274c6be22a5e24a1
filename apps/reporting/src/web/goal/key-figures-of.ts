import type { Locale } from '@wayproof/kernel/people/locale'
import { shortPeriod } from '@wayproof/messages/date-format'
import type { Messages } from '@wayproof/messages/en'
import { sharePoints } from '@wayproof/messages/goal-value'
import { count, percent } from '@wayproof/messages/number-format'
import type { Change } from '@wayproof/scorecard/change/change'
import { isYearly } from '@wayproof/scorecard/goals/goal'
import type { Verdict } from '@wayproof/scorecard/verdict'

interface Language {
  readonly locale: Locale
  readonly words: Messages
}

export type KeyFigure = readonly [figure: string, words: string]

function interval(verdict: Verdict, { words }: Language): KeyFigure {
  const ends = words.scorecard.interval(verdict)
  return ends
    ? [ends, words.scorecard.intervalNote(verdict)]
    : [words.reporting.shell.none, words.reporting.goal.keys.intervalNone]
}

function change({ goal }: Verdict, change: Change | null, { locale, words }: Language): KeyFigure {
  const text = words.reporting.goal.keys
  if (change?.broken) {
    return [words.reporting.shell.none, text.changeBroken(words.reporting.goal.trend.broken[change.broken])]
  }
  if (!change || change.from === null || change.to === null) return [words.reporting.shell.none, text.changeNone]
  const firm = words.scorecard.claims.change(change)
  const changeLabel = isYearly(goal) ? text.changeOfYear : text.change
  const difference = sharePoints(change.from, change.to, locale)
  return [difference, firm ? words.reporting.shell.labelled(changeLabel, firm) : changeLabel]
}

/** Picks the three figures that carry the verdict. */
export function keyFigures(verdict: Verdict, goalChange: Change | null, language: Language): readonly KeyFigure[] {
  const { locale, words } = language
  const text = words.reporting.goal.keys
  if (verdict.goal === 'incident-reduction') {
    const { currentCount, cap, baselineCount, baselineYear, baselineSoFar = null } = verdict.figures
    const isUnknown = verdict.reason === 'nothing-recorded'
    return [
      isUnknown
        ? [words.reporting.shell.none, words.scorecard.reasons[verdict.reason]]
        : [
            words.scorecard.leaks({ count: currentCount, cap }),
            text.incidentsWords(baselineCount, baselineYear, baselineSoFar),
          ],
      interval(verdict, language),
      // Reductions against different baseline years cannot be subtracted.
      verdict.value === null
        ? [words.reporting.shell.none, text.changeNone]
        : [text.room(cap - currentCount), text.roomWords],
    ]
  }
  const third = change(verdict, goalChange, language)
  if (verdict.goal === 'customer-satisfaction') {
    const { n, withoutOpinion } = verdict.figures
    const withoutShare = withoutOpinion === null ? words.reporting.shell.none : percent(withoutOpinion)
    return [
      interval(verdict, language),
      n === null
        ? [words.reporting.shell.none, words.scorecard.reasons[verdict.reason]]
        : [text.opinions(n), text.opinionsWords(withoutShare)],
      third,
    ]
  }
  const base = verdict.share?.denominator
  const missingCount = verdict.missing ?? 0
  // Training is counted per quarter.
  const labelOf = (label: string) =>
    verdict.goal === 'staff-training'
      ? words.reporting.shell.labelled(shortPeriod(verdict.period, locale), label)
      : label
  return [
    [base === undefined ? words.reporting.shell.none : count(base, locale), labelOf(text.baseWords)],
    [
      count(missingCount, locale),
      labelOf(missingCount === 0 ? text.none : verdict.goal === 'staff-training' ? text.notPassed : text.missing),
    ],
    third,
  ]
}
