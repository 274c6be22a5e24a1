import type { CalendarDate, Clock, Id, Ids, Instant, Tokens } from '@wayproof/kernel'
import type { Keyring } from '@wayproof/kernel/keyring'
import type { SealedWords } from '../conversation/sealed-words.ts'
import type { MessagePurpose, OfficerPurpose, RightsAuthor, RightsCase, RightsOutcome } from './rights-case.ts'

export type SealedMessage<P extends MessagePurpose = MessagePurpose> = SealedWords<RightsAuthor, P>

/** A code that is mailed to the address of a case; `id` leads to its digits only with the key. */
export interface NewMailedCode {
  readonly id: Id
  readonly expiresAt: Instant
  readonly tries: number
  /** What the letter is dated with: the beginning of the day. */
  readonly at: Instant
  /**
   * A case and an address that got their letters of the day get none: they are counted under keys made from each, as of
   * `now`.
   */
  readonly limit: {
    readonly caseKey: string
    readonly addressKey: string
    readonly calls: number
    readonly milliseconds: number
    readonly now: Instant
  }
}

/** What of a case can be put right. */
export interface CaseFacts extends Pick<RightsCase, 'kind' | 'regime' | 'channel' | 'receivedOn'> {}

/** An entry of a case's history, append-only: recorded by hand (`before` is null), or corrected. */
export interface CaseChange {
  readonly day: CalendarDate
  /** A name, as it was then. */
  readonly by: string
  /** Null where it was recorded. */
  readonly reason: string | null
  readonly before: CaseFacts | null
  readonly after: CaseFacts
}

export interface NewRightsCase extends RightsCase {
  readonly codeHash: Uint8Array
  /** Null without an address. */
  readonly contactSealed: Uint8Array | null
  readonly message: SealedMessage
  /** Null where no address is to be confirmed. */
  readonly code: NewMailedCode | null
  /** Absent where it came by itself. */
  readonly recorded?: CaseChange
}

/** A case with what was written in it; texts and address are gone some time after closing. */
export interface SealedConversation {
  readonly case: RightsCase
  readonly contactSealed: Uint8Array | null
  readonly messages: readonly SealedMessage[]
}

/** An open case in the officer's list. */
export interface ListedCase extends RightsCase {
  /** The author of the last message; null when the texts are gone. */
  readonly lastAuthor: RightsAuthor | null
}

export interface OfficerMessage {
  readonly message: SealedMessage<OfficerPurpose>
  /** What the letter is dated with: the beginning of the day. */
  readonly at: Instant
  /** The new due day of an extension; null of everything else. */
  readonly dueOn: CalendarDate | null
}

/** A further message of a person in an open case, on a later day than the first. */
export interface FurtherMessage extends Pick<RightsCase, 'id' | 'kind' | 'regime' | 'dueOn'> {
  readonly day: CalendarDate
}

export interface RightsStore {
  /**
   * Keeps a case with its first message, and mails the code, in one act. Nothing of it where the case code is known: the same
   * came twice.
   */
  openCase(opened: NewRightsCase): Promise<void>
  conversation(of: { readonly codeHash: Uint8Array } | { readonly id: Id }): Promise<SealedConversation | null>
  /**
   * Replaces the case's mailed code and puts the letter with it into the outbox, if the address may get another one. False
   * where the case itself had its letters of the day; what other cases had of the address is not told.
   */
  mailCode(caseId: Id, code: NewMailedCode): Promise<boolean>
  /** Takes one try of the case's mailed code: its id, or null when there is none, it expired or has no try left. */
  spendTry(caseId: Id, now: Instant): Promise<Id | null>
  /** The address is shown to be the person's; the mailed code is spent. */
  markChecked(caseId: Id, day: CalendarDate): Promise<void>
  /** False when the case is closed or the person has written `most` messages. */
  addMessage(caseId: Id, message: SealedMessage, most: number): Promise<boolean>
  /**
   * Keeps what the officer wrote and, where there is an address, puts the letter with it into the outbox. An answer stops
   * the clock; an extension brings its new due day. False when the case is closed, or extended already.
   */
  addOfficerMessage(caseId: Id, written: OfficerMessage): Promise<boolean>
  /** False when it was closed already. */
  closeCase(caseId: Id, outcome: RightsOutcome, day: CalendarDate): Promise<boolean>
  /**
   * Puts facts of a case right, with its due day, and adds to its history. False when they are not the ones `change` was
   * made from, or the case is gone.
   */
  correctCase(
    caseId: Id,
    change: CaseChange & { readonly before: CaseFacts },
    dueOn: CalendarDate | null,
  ): Promise<boolean>
  /** The first first. */
  caseChanges(caseId: Id): Promise<readonly CaseChange[]>
  /** Every case, the first received first. */
  allCases(): Promise<readonly RightsCase[]>
  /** Once for each day and case. */
  furtherMessages(): Promise<readonly FurtherMessage[]>
  /** By due day, the earliest first; those without a term last. */
  openCases(): Promise<readonly ListedCase[]>
  /** The latest first, at most `limit`. */
  closedCases(limit: number): Promise<readonly RightsCase[]>
}

export interface RightsPorts {
  readonly rights: RightsStore
  readonly clock: Clock
  readonly ids: Ids
  readonly tokens: Tokens
  readonly keyring: Keyring
  /** The organisation's, as an IANA name. */
  readonly timeZone: string
}
