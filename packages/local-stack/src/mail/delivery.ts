import { setTimeout as wait } from 'node:timers/promises'
import { words } from '@wayproof/command-line/command-line'
import type { LetterCounts, OfficerAtWork } from '../clients/officer.ts'
import type { Mail } from './mail.ts'

/** The relay accepted nothing for the whole time limit: it is down, refuses, or is too slow. */
class NotDelivered extends Error {
  constructor(waiting: number) {
    super(words.faults.notDelivered(waiting))
  }
}

/**
 * Waits until the outbox is empty, and reports the number of sent letters to `progress`. Gives up after `timeoutMs`
 * milliseconds without a sent letter.
 */
export async function delivered(
  officer: OfficerAtWork,
  progress: (counts: LetterCounts) => void,
  timeoutMs = 60_000,
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
    if (performance.now() - since > timeoutMs) throw new NotDelivered(counts.queued)
    await wait(200)
  }
}

/** Waits until `wanted` more letters have arrived from now on. Gives up like `delivered`. */
export function arrivals(mails: readonly Mail[]) {
  const before = mails.length
  return async (wanted: number, progress: (arrived: number) => void, timeoutMs = 60_000): Promise<void> => {
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
      if (performance.now() - since > timeoutMs) throw new NotDelivered(wanted - now)
      await wait(200)
    }
  }
}
