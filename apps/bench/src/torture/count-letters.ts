import type { Mail, SmtpSink } from '@wayproof/local-stack'

/** Counts of the invitations that a mail server received. */
export interface CountedLetters {
  /** Recipients with a letter whose taking the sender was told. */
  readonly reached: number
  /** Letters beyond each recipient's first, for whatever reason. */
  readonly duplicates: number
  /** Duplicates that the server caused: it had taken a letter and was gone before it said so. */
  readonly forced: number
  /** Recipients whose letters are not one and the same by Message-ID. */
  readonly differing: number
}

/** Counts by recipient. */
export function countLetters({ mails, untold }: Pick<SmtpSink, 'mails' | 'untold'>): CountedLetters {
  const byRecipient = Map.groupBy(mails, ({ to }) => to)
  const counted = { reached: 0, duplicates: 0, forced: 0, differing: 0 }
  for (const copies of byRecipient.values()) {
    const unheard = copies.filter(({ number }) => untold.has(number)).length
    if (unheard < copies.length) counted.reached += 1
    counted.duplicates += copies.length - 1
    counted.forced += Math.min(unheard, copies.length - 1)
    if (new Set(copies.map(messageIdOf)).size > 1) counted.differing += 1
  }
  return counted
}

const messageIdOf = ({ headers }: Mail): string => headers['message-id'] ?? ''

/**
 * How many duplicates a run may have: five a kill in all, for that many letters are in flight. If the server asked for
 * more duplicates than that, five a kill in addition.
 */
export function duplicatesAllowed(kills: number, forced: number): number {
  const byKills = 5 * kills
  return forced > byKills ? forced + byKills : byKills
}
