import type { Locale } from '@wayproof/kernel'
import { messages, periodName, verdictValue } from '@wayproof/messages'
import type { Scorecard, Verdict } from '@wayproof/scorecard'
import { leaksAgainstCap } from '@wayproof/scorecard/leaks-against-cap'

type Card = Pick<Scorecard, 'period' | 'verdicts'>

/** One line per goal: its figure in each half-year, oldest first. Empty for a single half-year. */
export function trendLines(cards: readonly Card[], locale: Locale): readonly string[] {
  if (cards.length < 2) return []
  const { report: words, goals } = messages(locale)
  const point = ({ period, verdicts }: Card, goal: Verdict['goal']) => {
    const verdict = verdicts.find((each) => each.goal === goal)
    return words.point(periodName(period, locale), (verdict && pointValue(verdict, locale)) ?? words.noValue)
  }
  return (cards.at(-1)?.verdicts ?? []).map(({ goal }) =>
    words.trend(
      goals.names[goal],
      cards.map((card) => point(card, goal)),
    ),
  )
}

/** Leaks as their count against the cap: reductions on two baselines do not compare. */
function pointValue(verdict: Verdict, locale: Locale): string | null {
  if (verdict.goal !== 'incident-reduction') return verdictValue(verdict, locale)
  const leaks = leaksAgainstCap(verdict)
  return leaks && messages(locale).scorecard.leaks(leaks)
}
