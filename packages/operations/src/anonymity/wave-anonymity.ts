import type { Attack, WaveAnonymity } from '@wayproof/survey/waves/anonymity'
import type { ExposedWave } from './exposed-wave.ts'

/**
 * The results of the attacks: keys of answers for each attack (null if it could not be tried), and numbers of people.
 */
export interface Found extends Pick<WaveAnonymity, 'respondentsKnown' | 'draftsKnown' | 'remindedKnown'> {
  readonly tied: Readonly<Record<Attack, readonly string[] | null>>
}

export function waveAnonymity(
  { period, status, answers }: ExposedWave,
  { tied, respondentsKnown, draftsKnown, remindedKnown }: Found,
): WaveAnonymity {
  const counts = Object.entries(tied).map(([attack, keys]) => [attack, keys === null ? null : new Set(keys).size])
  // Drafts that an attack identified are not answers yet.
  const tiedAnswers = Object.values(tied).flatMap((keys) => (keys ?? []).filter((key) => answers.has(key)))
  return {
    period,
    status,
    answers: answers.size,
    tied: new Set(tiedAnswers).size,
    respondentsKnown,
    draftsKnown,
    remindedKnown,
    tiedBy: Object.fromEntries(counts) as WaveAnonymity['tiedBy'],
  }
}
