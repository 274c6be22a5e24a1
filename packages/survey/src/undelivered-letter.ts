import type { Instant } from '@wayproof/kernel'

/** A letter of a wave that did not arrive, as far as an officer needs to know to find the cause. */
export interface UndeliveredLetter {
  /** `either` of the two: of letters that came back an unlinked wave does not know it any more. */
  readonly kind: 'invitation' | 'reminder' | 'either'
  /** Null but for invitations: only those who have not answered get a reminder, so the number would tell of whom that holds. */
  readonly customerNumber: string | null
  /** `deferred` is tried again. */
  readonly state: 'deferred' | 'failed' | 'bounced' | 'suppressed'
  /** When that became known; null for letters that the closing of their wave took out of the outbox. */
  readonly at: Instant | null
  /** What the mail server said last, without the addresses and links it quoted. */
  readonly reply: string | null
  /** Why a suppressed one was not sent. */
  readonly reason: string | null
}

export interface UndeliveredLetters {
  readonly total: number
  /** Latest first. */
  readonly letters: readonly UndeliveredLetter[]
}
