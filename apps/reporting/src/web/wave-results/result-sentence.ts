import { verdictValue } from '@wayproof/messages'
import type { VerdictOf } from '@wayproof/scorecard'
import type { Language } from '../language.tsx'

export type Satisfaction = VerdictOf<'customer-satisfaction'>

/** "88.1% are satisfied: met, and not by chance." */
export function resultSentence(verdict: Satisfaction, { locale, words }: Pick<Language, 'locale' | 'words'>): string {
  const text = words.reporting.wavePages.results.sentence
  const share = verdictValue(verdict, locale)
  if (share === null) return text.hidden
  const isByChance = verdict.demonstrated === false
  if (verdict.verdict === 'met') return (isByChance ? text.metByChance : text.met)(share)
  if (verdict.verdict === 'missed') return (isByChance ? text.missedByChance : text.missed)(share)
  return text.undecided(share)
}
