import type { Locale } from '@wayproof/kernel'
import { type Messages, percent, percentDigits } from '@wayproof/messages'
import type { Verdict, Word } from '@wayproof/scorecard'

/** How a satisfaction was estimated: what was counted, how it was weighted and what the weights cost. */
export function estimateFacts(
  verdict: Verdict,
  { locale, words }: { readonly locale: Locale; readonly words: Messages },
): readonly (readonly [string, string])[] {
  if (verdict.goal !== 'customer-satisfaction' || !verdict.figures.estimate) return []
  const text = words.reporting.goal.evidence.estimate
  const { weighted, raw, effective, designEffect, trimmed, fullAnswer, tippingPoint } = verdict.figures.estimate
  const answers = verdict.figures.n ?? 0
  const counted = [text.counted, percent(raw, locale)] as const
  const silent = silentFact(verdict.verdict, tippingPoint, text, locale)
  if (!weighted) return [counted, [text.weighting, text.notWeighted], ...silent]
  return [
    counted,
    [text.weighting, text.weightedTo],
    [text.effective, text.effectiveOf(Math.floor(effective), answers)],
    [text.designEffect, text.designEffectOf(designEffect.toFixed(2))],
    ...(trimmed > 0 ? [[text.trimmed, text.trimmedOf(trimmed)] as const] : []),
    ...(fullAnswer
      ? [[text.fullAnswer, [percentDigits(fullAnswer.lower), percent(fullAnswer.upper, locale)].join(' – ')] as const]
      : []),
    ...silent,
  ]
}

/** At what share of the silent the verdict would turn; nothing without a verdict or where nobody was silent. */
function silentFact(
  verdict: Word,
  tipping: number | null,
  text: Messages['reporting']['goal']['evidence']['estimate'],
  locale: Locale,
): readonly (readonly [string, string])[] {
  if (verdict === 'unknown' || tipping === null) return []
  const share = percent(Math.ceil(tipping * 1000 - 1e-9) / 1000, locale)
  if (verdict === 'met') return [[text.silent, tipping <= 0 ? text.metAnyway : text.metUnless(share)]]
  return [[text.silent, tipping > 1 ? text.missedAnyway : text.missedUnless(share)]]
}
