import type { Instant } from '@wayproof/kernel'

/** A letter of a wave that did not arrive, as far as an officer needs to know to find the cause. */
export interface UndeliveredLetter {
  /** Reminders are not listed: only those who have not answered get one. `either`: of letters that came back an unlinked wave does not know which it was. */
  readonly kind: 'invitation' | 'either'
  /** Null where a letter may have been a reminder. */
  readonly customerNumber: string | null
  /** `deferred` is tried again. `written` lies in a folder. `soft-bounced` came back and says nothing against the address. */
  readonly state: 'deferred' | 'written' | 'failed' | 'bounced' | 'soft-bounced' | 'suppressed'
  /** Whether the server blamed who sends, how much, or what its rules say: its reply says what to change. */
  readonly byPolicy: boolean
  /** When that became known; null for letters that the closing of their wave took out of the outbox. */
  readonly at: Instant | null
  /** What the mail server said last, without the addresses and links it quoted; of a `written` one the name of its file. */
  readonly reply: string | null
  /** Why a suppressed one was not sent. */
  readonly reason: string | null
}

export interface UndeliveredLetters {
  readonly total: number
  /** How many of them are `byPolicy`. */
  readonly byPolicy: number
  /** Latest first. */
  readonly letters: readonly UndeliveredLetter[]
}
