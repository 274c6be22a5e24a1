import type { Mail } from '@wayproof/local-stack/mail/mail'
import type { SmtpSink } from '@wayproof/local-stack/mail/smtp-sink'

/** Counts of the invitations that a mail server received. */
export interface CountedLetters {
  /** Recipients with a letter that was acknowledged to the sender. */
  readonly reached: number
  /** Letters beyond each recipient's first, for any reason. */
  readonly duplicates: number
  /** Duplicates that the server caused: it accepted a letter and disconnected without a reply. */
  readonly forced: number
  /** Recipients whose letters differ in their Message-ID. */
  readonly differing: number
}

/** Counts by recipient. */
export function countLetters({ mails, untold }: Pick<SmtpSink, 'mails' | 'untold'>): CountedLetters {
  const byRecipient = Map.groupBy(mails, ({ to }) => to)
  const counts = { reached: 0, duplicates: 0, forced: 0, differing: 0 }
  for (const copies of byRecipient.values()) {
    const unheard = copies.filter(({ number }) => untold.has(number)).length
    if (unheard < copies.length) counts.reached += 1
    counts.duplicates += copies.length - 1
    counts.forced += Math.min(unheard, copies.length - 1)
    if (new Set(copies.map(messageIdOf)).size > 1) counts.differing += 1
  }
  return counts
}

const messageIdOf = ({ headers }: Mail): string => headers['message-id'] ?? ''

/**
 * Allowed duplicates of a run: five a kill, the number of letters in flight. If the server caused more duplicates than
 * that, five a kill in addition to them.
 */
export function duplicatesAllowed(kills: number, forced: number): number {
  const byKills = 5 * kills
  return forced > byKills ? forced + byKills : byKills
}
