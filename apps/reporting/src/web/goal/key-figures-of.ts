import type { Locale } from '@wayproof/kernel'
import { count, type Messages, percent, sharePoints, shortPeriod } from '@wayproof/messages'
import type { Change, Verdict } from '@wayproof/scorecard'
import { isYearly } from '@wayproof/scorecard/goal'

interface Spoken {
  readonly locale: Locale
  readonly words: Messages
}

export type KeyFigure = readonly [figure: string, words: string]

function interval(verdict: Verdict, { words }: Spoken): KeyFigure {
  const ends = words.scorecard.interval(verdict)
  return ends
    ? [ends, words.scorecard.intervalNote(verdict)]
    : [words.reporting.shell.none, words.reporting.goal.keys.intervalNone]
}

function change({ goal }: Verdict, change: Change | null, { locale, words }: Spoken): KeyFigure {
  const text = words.reporting.goal.keys
  if (change?.broken) {
    return [words.reporting.shell.none, text.changeBroken(words.reporting.goal.trend.broken[change.broken])]
  }
  if (!change || change.from === null || change.to === null) return [words.reporting.shell.none, text.changeNone]
  const likelihood = words.scorecard.likelihood(change)
  const since = isYearly(goal) ? text.changeOfYear : text.change
  const by = sharePoints(change.from, change.to, locale)
  return [by, likelihood ? words.reporting.shell.labelled(since, likelihood) : since]
}

/** Picks the three figures that carry the verdict. */
export function keyFigures(verdict: Verdict, since: Change | null, spoken: Spoken): readonly KeyFigure[] {
  const { locale, words } = spoken
  const text = words.reporting.goal.keys
  if (verdict.goal === 'incident-reduction') {
    const { currentCount, cap, baselineCount, baselineYear } = verdict.figures
    return [
      [words.scorecard.leaks({ count: currentCount, cap }), text.incidentsWords(baselineCount, baselineYear)],
      interval(verdict, spoken),
      // Reductions against different baseline years cannot be subtracted.
      verdict.value === null
        ? [words.reporting.shell.none, text.changeNone]
        : [text.room(cap - currentCount), text.roomWords],
    ]
  }
  const third = change(verdict, since, spoken)
  if (verdict.goal === 'customer-satisfaction') {
    const { n, withoutOpinion } = verdict.figures
    const without = withoutOpinion === null ? words.reporting.shell.none : percent(withoutOpinion)
    return [
      interval(verdict, spoken),
      n === null
        ? [words.reporting.shell.none, words.scorecard.reasons[verdict.reason]]
        : [text.opinions(n), text.opinionsWords(without)],
      third,
    ]
  }
  const base = verdict.share?.denominator
  const missing = verdict.missing ?? 0
  // Training is counted per quarter.
  const of = (label: string) =>
    verdict.goal === 'staff-training'
      ? words.reporting.shell.labelled(shortPeriod(verdict.period, locale), label)
      : label
  return [
    [base === undefined ? words.reporting.shell.none : count(base, locale), of(text.baseWords)],
    [count(missing, locale), of(missing === 0 ? text.none : text.missing)],
    third,
  ]
}
