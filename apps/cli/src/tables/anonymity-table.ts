import type { Locale } from '@wayproof/kernel/people/locale'
import { periodName } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import { ATTACKS, isAnonymous, type WaveAnonymity } from '@wayproof/survey/waves/anonymity'

/** Results of the attacks, wave by wave, and their meaning for unlinked waves. */
export function anonymityTable(waves: readonly WaveAnonymity[], locale: Locale): string {
  const { anonymity: words } = messages(locale)
  if (waves.length === 0) return words.none
  const lines = waves.flatMap((wave) => [
    words.wave(periodName(wave.period, locale), words.statuses[wave.status]),
    `  ${words.figures(wave.tied, wave.answers, wave.respondentsKnown, wave.draftsKnown, wave.remindedKnown)}`,
    ...ATTACKS.map(
      (attack) => `    ${words.certificate.attack(words.attacks[attack], words.tied(wave.tiedBy[attack]))}`,
    ),
  ])
  const unlinked = waves.filter(({ status }) => status === 'unlinked')
  if (unlinked.length === 0) return lines.join('\n')
  return [...lines, '', unlinked.every(isAnonymous) ? words.holds : words.broken].join('\n')
}
