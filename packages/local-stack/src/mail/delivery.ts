import { setTimeout as wait } from 'node:timers/promises'
import { words } from '@wayproof/command-line'
import type { LetterCounts, OfficerAtWork } from '../clients/officer.ts'
import type { Mail } from './mail.ts'

/** The relay took nothing for a whole while: it is down, refuses, or is too slow to go on. */
class NotDelivered extends Error {
  constructor(waiting: number) {
    super(words.faults.notDelivered(waiting))
  }
}

/**
 * Waits until no letter is left in the outbox, telling `progress` how many are sent. Gives up when `patience`
 * milliseconds pass in which none is.
 */
export async function delivered(
  officer: OfficerAtWork,
  progress: (counts: LetterCounts) => void,
  patience = 20_000,
): Promise<LetterCounts> {
  let sent = -1
  let since = performance.now()
  for (;;) {
    const counts = await officer.letters()
    progress(counts)
    if (counts.queued === 0) return counts
    if (counts.sent !== sent) {
      sent = counts.sent
      since = performance.now()
    }
    if (performance.now() - since > patience) throw new NotDelivered(counts.queued)
    await wait(200)
  }
}

/** Waits, from now on, until `wanted` more letters have come in. Gives up as `delivered` does. */
export function arrivals(mails: readonly Mail[]) {
  const before = mails.length
  return async (wanted: number, progress: (arrived: number) => void, patience = 20_000): Promise<void> => {
    let arrived = -1
    let since = performance.now()
    for (;;) {
      const now = mails.length - before
      progress(now)
      if (now >= wanted) return
      if (now !== arrived) {
        arrived = now
        since = performance.now()
      }
      if (performance.now() - since > patience) throw new NotDelivered(wanted - now)
      await wait(200)
    }
  }
}
