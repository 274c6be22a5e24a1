import type { Clock } from '@wayproof/kernel/clock'
import type { ClaimedLetter, Outbox } from '../outbox/outbox.ts'
import type { EndedAttempt } from './attempt-letter.ts'
import { backOff } from './back-off.ts'
import type { LetterOutcomes } from './delivery-result.ts'

export interface RecordPorts {
  readonly outbox: Pick<Outbox, 'markSent' | 'markWritten' | 'markFailed' | 'markDeferred' | 'markSuppressed'>
  readonly clock: Clock
  /** Milliseconds until a deferred letter is tried a second time; later waits are multiples of it. */
  readonly firstWait: number
}

/** Writes the outcome of an attempt into the outbox. A letter deferred for too long fails. */
export async function recordAttempt(
  { outbox, clock, firstWait }: RecordPorts,
  letter: ClaimedLetter,
  { outcome, reply }: EndedAttempt,
): Promise<keyof LetterOutcomes> {
  const now = clock.now()
  const wait = outcome === 'deferred' ? backOff(letter.attempt, firstWait) : null
  if (wait !== null) await outbox.markDeferred(letter, reply, now, now + wait)
  else if (outcome === 'suppressed') await outbox.markSuppressed(letter, now)
  else if (outcome === 'sent') await outbox.markSent(letter, reply, now)
  else if (outcome === 'written') await outbox.markWritten(letter, reply, now)
  else await outbox.markFailed(letter, reply, now)
  return wait === null && outcome === 'deferred' ? 'failed' : outcome
}
