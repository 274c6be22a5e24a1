import type { Instant } from '@wayproof/kernel/clock'

/** An undelivered letter of a wave, with the facts an officer needs to find the cause. */
export interface UndeliveredLetter {
  /**
   * Reminders are not listed, because only people who have not answered get one. `either`: an unlinked wave does not
   * know which letter bounced.
   */
  readonly kind: 'invitation' | 'either'
  /** Null if the letter may have been a reminder. */
  readonly customerNumber: string | null
  /** `deferred` is retried. `written` is in a folder. `soft-bounced` bounced without evidence against the address. */
  readonly state: 'deferred' | 'written' | 'failed' | 'bounced' | 'soft-bounced' | 'suppressed'
  /** True if the server blamed the sender, the volume or its own policy; its reply says what to change. */
  readonly byPolicy: boolean
  /** Time of the state; null for letters that the close of their wave removed from the outbox. */
  readonly at: Instant | null
  /** The mail server's last reply, without quoted addresses and links; for a `written` letter, the file name. */
  readonly reply: string | null
  /** Why a suppressed letter was not sent. */
  readonly reason: string | null
  /** True if an officer may send it again now. Never depends on whether the person has answered. */
  readonly mayBeSentAgain: boolean
}

export interface UndeliveredLetters {
  readonly total: number
  /** Number of these letters with `byPolicy`. */
  readonly byPolicy: number
  /** Latest first. */
  readonly letters: readonly UndeliveredLetter[]
}
