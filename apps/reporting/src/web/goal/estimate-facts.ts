import type { Locale } from '@wayproof/kernel'
import { type Messages, percent, percentDigits } from '@wayproof/messages'
import type { Verdict } from '@wayproof/scorecard'

/** How a satisfaction was estimated: what was counted, how it was weighted and what the weights cost. */
export function estimateFacts(
  verdict: Verdict,
  { locale, words }: { readonly locale: Locale; readonly words: Messages },
): readonly (readonly [string, string])[] {
  if (verdict.goal !== 'customer-satisfaction' || !verdict.figures.estimate) return []
  const text = words.reporting.goal.evidence.estimate
  const { weighted, raw, effective, designEffect, trimmed, fullAnswer } = verdict.figures.estimate
  const answers = verdict.figures.n ?? 0
  const counted = [text.counted, percent(raw, locale)] as const
  if (!weighted) return [counted, [text.weighting, text.notWeighted]]
  return [
    counted,
    [text.weighting, text.weightedTo],
    [text.effective, text.effectiveOf(Math.floor(effective), answers)],
    [text.designEffect, text.designEffectOf(designEffect.toFixed(2))],
    ...(trimmed > 0 ? [[text.trimmed, text.trimmedOf(trimmed)] as const] : []),
    ...(fullAnswer
      ? [[text.fullAnswer, [percentDigits(fullAnswer.lower), percent(fullAnswer.upper, locale)].join(' – ')] as const]
      : []),
  ]
}
