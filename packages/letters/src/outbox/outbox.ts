import type { Recipient } from '@wayproof/journal/outbox/insert-letter'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { Letter } from '../letter/letter.ts'

/**
 * `written` was saved to a folder instead of sent. `failed` was refused permanently or for three days. `bounced` and
 * `complained` had been sent.
 */
export type LetterState = 'queued' | 'sent' | 'written' | 'failed' | 'suppressed' | 'bounced' | 'complained'

/**
 * `suppressed`: the recipient unsubscribed, was deleted, or has answered since the reminder was queued. `held`: its wave
 * is paused or over.
 */
export type LetterEligibility = 'due' | 'suppressed' | 'held'

/** A letter to be queued. A letter with a known dedupe key is the same letter. */
export interface PostedLetter {
  readonly letter: Letter
  readonly recipient: Recipient
  readonly dedupeKey: string
}

/** A letter claimed by one sender until the end of its lease; marks carry the fence, so a late sender changes nothing. */
export interface ClaimedLetter {
  readonly id: Id
  readonly fence: number
  readonly attempt: number
  /** Exactly one address. */
  readonly to: string
  readonly letter: Letter
  /** Attached to it. */
  readonly pdf?: Uint8Array
}

/** A letter that could not be made from its row, and which part of it was damaged. It ends as failed. */
export interface UnreadableLetter {
  readonly id: Id
  readonly part: 'address' | 'data' | 'text'
}

export interface ClaimChoices {
  /** False if letters of waves have to wait. */
  readonly surveys?: boolean
  /** Receives each damaged letter. */
  readonly unreadable?: (letter: UnreadableLetter) => void
  /** Claims letters of this kind only. */
  readonly kind?: Letter['kind']
  /** Letters that this process still delivers. If a changed clock ended their lease, it is renewed. */
  readonly inFlight?: ReadonlySet<Id>
}

/** The outbox as delivery needs it. */
export interface Outbox {
  /** Adds letters whose dedupe key is new. Returns how many were added. */
  post(letters: readonly PostedLetter[], now: Instant): Promise<number>
  /**
   * Claims up to `limit` due letters: first those without a wave, then wave by wave, oldest first. Suppressed letters are
   * marked and skipped, damaged ones are marked as failed and skipped.
   */
  claim(limit: number, now: Instant, leaseUntil: Instant, choices?: ClaimChoices): Promise<readonly ClaimedLetter[]>
  /** Returns true if the claim was still valid. */
  markSent(claim: Pick<ClaimedLetter, 'id' | 'fence'>, smtpReply: string, now: Instant): Promise<boolean>
  /** The letter was saved to the file `fileName` in a folder. */
  markWritten(claim: Pick<ClaimedLetter, 'id' | 'fence'>, fileName: string, now: Instant): Promise<boolean>
  markDeferred(
    claim: Pick<ClaimedLetter, 'id' | 'fence'>,
    smtpReply: string,
    now: Instant,
    notBefore: Instant,
  ): Promise<boolean>
  markFailed(claim: Pick<ClaimedLetter, 'id' | 'fence'>, smtpReply: string, now: Instant): Promise<boolean>
  /** The recipient has unsubscribed, was deleted, or has answered since the letter was claimed. */
  markSuppressed(claim: Pick<ClaimedLetter, 'id' | 'fence'>, now: Instant): Promise<boolean>
  /** Puts untried letters back without counting an attempt. `reason` is shown to users; the letters wait until `notBefore`. */
  release(
    claims: readonly Pick<ClaimedLetter, 'id' | 'fence'>[],
    reason: string | null,
    notBefore?: Instant,
  ): Promise<void>
  /** Checks if a claimed letter may still be sent; called again right before sending. */
  eligibility(letterId: Id, now: Instant): Promise<LetterEligibility>
  /**
   * Counts of waiting, claimed and ended letters, by state. Letters of cases and reports are left out, because one more
   * would reveal a new message. Reminders are left out, because each reveals that its recipient had not answered.
   */
  counts(): Promise<Readonly<Record<LetterState, number>>>
}
