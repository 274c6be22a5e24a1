import type { Id, Instant } from '@wayproof/kernel'
import type { Letter } from '../letter/letter.ts'

/**
 * `written` lies in a folder in place of a mail server: it was sent to nobody. `failed` was refused at once or for three
 * days; `bounced` and `complained` had been sent.
 */
export type LetterState = 'queued' | 'sent' | 'written' | 'failed' | 'suppressed' | 'bounced' | 'complained'

/**
 * `suppressed`: the recipient wants no more letters, is gone, or has answered what it reminds of. `held`: its wave is paused
 * or over.
 */
export type LetterEligibility = 'due' | 'suppressed' | 'held'

/** The recipient of a letter. A traveler's or user's address is looked up at the last moment. */
export type Recipient =
  | { readonly kind: 'traveler'; readonly id: Id }
  | { readonly kind: 'user'; readonly id: Id }
  | { readonly kind: 'rights-case'; readonly id: Id }
  | { readonly kind: 'address'; readonly id: string }

/** A letter on its way into the outbox. The same dedupe key again is the same letter. */
export interface PostedLetter {
  readonly letter: Letter
  readonly recipient: Recipient
  readonly dedupeKey: string
}

/** A letter in a sender's hands until `leaseUntil`; marks carry the fence, so a late sender changes nothing. */
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
  /** False: the letters of waves wait. */
  readonly surveys?: boolean
  /** Told of each letter that is damaged. */
  readonly unreadable?: (letter: UnreadableLetter) => void
  /** Letters that this process still delivers. If a changed clock ended their lease, it is renewed. */
  readonly inFlight?: ReadonlySet<Id>
}

/** The outbox as delivery needs it. */
export interface Outbox {
  /** Adds letters; those whose dedupe key is known are left alone. Returns how many are new. */
  post(letters: readonly PostedLetter[], now: Instant): Promise<number>
  /**
   * Claims up to `limit` letters that are due, suppressed ones marked and left out. Letters of no wave first, then each
   * wave's, oldest first. A letter that is damaged is marked as failed and left out.
   */
  claim(limit: number, now: Instant, leaseUntil: Instant, choices?: ClaimChoices): Promise<readonly ClaimedLetter[]>
  /** True when the mark was the claimer's to make. */
  markSent(claim: Pick<ClaimedLetter, 'id' | 'fence'>, smtpReply: string, now: Instant): Promise<boolean>
  /** The letter lies in a folder, in the file `fileName`. */
  markWritten(claim: Pick<ClaimedLetter, 'id' | 'fence'>, fileName: string, now: Instant): Promise<boolean>
  markDeferred(
    claim: Pick<ClaimedLetter, 'id' | 'fence'>,
    smtpReply: string,
    now: Instant,
    notBefore: Instant,
  ): Promise<boolean>
  markFailed(claim: Pick<ClaimedLetter, 'id' | 'fence'>, smtpReply: string, now: Instant): Promise<boolean>
  /** The recipient has unsubscribed, is gone, or has answered since the letter was claimed. */
  markSuppressed(claim: Pick<ClaimedLetter, 'id' | 'fence'>, now: Instant): Promise<boolean>
  /** Puts letters back that were not tried: no attempt is counted. `reason` is what kept them, for people to read; they wait until `notBefore`. */
  release(
    claims: readonly Pick<ClaimedLetter, 'id' | 'fence'>[],
    reason: string | null,
    notBefore?: Instant,
  ): Promise<void>
  /** Whether a claimed letter may still go out. Asked once more right before sending. */
  eligibility(letterId: Id, now: Instant): Promise<LetterEligibility>
  /**
   * Counts of waiting, claimed and ended letters, by state. Letters of cases and reports are left out, because one more
   * would reveal a new message. Reminders are left out, because each reveals that its recipient had not answered.
   */
  counts(): Promise<Readonly<Record<LetterState, number>>>
}
