import { verdictValue } from '@wayproof/messages/goal-value'
import type { VerdictOf } from '@wayproof/scorecard/verdict'
import type { Language } from '../language.tsx'

export type Satisfaction = VerdictOf<'customer-satisfaction'>

/** "88.1% are satisfied with our privacy work: met, beyond sampling error." */
export function resultSentence(verdict: Satisfaction, { locale, words }: Pick<Language, 'locale' | 'words'>): string {
  const text = words.reporting.wavePages.results.sentence
  const share = verdictValue(verdict, locale)
  if (share === null) return text.hidden
  return verdict.verdict === 'unknown'
    ? text.undecided(share)
    : text.judged(share, words.scorecard.claims.verdict(verdict))
}
