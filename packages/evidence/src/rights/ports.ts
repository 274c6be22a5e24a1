import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Clock, Instant } from '@wayproof/kernel/clock'
import type { Id, Ids, Tokens } from '@wayproof/kernel/id'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import type { FloodStore } from '../conversation/flood.ts'
import type { SealedWords } from '../conversation/sealed-words.ts'
import type { MessagePurpose, OfficerPurpose, RightsAuthor, RightsCase, RightsOutcome } from './rights-case.ts'

export type SealedMessage<P extends MessagePurpose = MessagePurpose> = SealedWords<RightsAuthor, P>

/** A code to be mailed to the address of a case. Its digits follow from `id` and the key. */
export interface NewMailedCode {
  readonly id: Id
  readonly expiresAt: Instant
  readonly tries: number
  /** Date of the letter: the start of the day. */
  readonly at: Instant
  /** Send limit, counted per case and per address as of `now`. Beyond it no letter is sent. */
  readonly limit: {
    readonly caseKey: string
    readonly addressKey: string
    readonly calls: number
    readonly milliseconds: number
    readonly now: Instant
  }
}

/** The correctable facts of a case. */
export interface CaseFacts extends Pick<RightsCase, 'kind' | 'regime' | 'channel' | 'receivedOn'> {}

/** An append-only history entry of a case: recorded by hand (`before` is null), or corrected. */
export interface CaseChange {
  readonly day: CalendarDate
  /** Name of the user at that time. */
  readonly by: string
  /** Null for a recording. */
  readonly reason: string | null
  readonly before: CaseFacts | null
  readonly after: CaseFacts
}

export interface NewRightsCase extends RightsCase {
  readonly codeHash: Uint8Array
  /** Null without an address. */
  readonly contactSealed: Uint8Array | null
  readonly message: SealedMessage
  /** Null if there is no address to confirm. */
  readonly code: NewMailedCode | null
  /** Absent for a case from the public page. */
  readonly recorded?: CaseChange
}

/** A case with its messages. Texts and address are deleted some time after closing. */
export interface SealedConversation {
  readonly case: RightsCase
  readonly contactSealed: Uint8Array | null
  readonly messages: readonly SealedMessage[]
}

/** An open case in the officer's list. */
export interface ListedCase extends RightsCase {
  /** Author of the last message; null once the texts are deleted. */
  readonly lastAuthor: RightsAuthor | null
  /** Whether it came from the public page and neither side did anything since. */
  readonly isUntouched: boolean
}

export interface OfficerMessage {
  readonly message: SealedMessage<OfficerPurpose>
  /** Date of the letter: the start of the day. */
  readonly at: Instant
  /** The new due day of an extension, else null. */
  readonly dueOn: CalendarDate | null
}

/** A further message of a person in an open case, written on a later day than the first. */
export interface FurtherMessage extends Pick<RightsCase, 'id' | 'kind' | 'regime' | 'dueOn'> {
  readonly day: CalendarDate
}

export interface RightsStore extends FloodStore {
  /**
   * Stores a case with its first message and queues the code letter in one transaction. Does nothing if the case code
   * exists: the form was submitted twice.
   */
  openCase(newRightsCase: NewRightsCase): Promise<void>
  conversation(of: { readonly codeHash: Uint8Array } | { readonly id: Id }): Promise<SealedConversation | null>
  /**
   * Replaces the case's mailed code and queues its letter if the address is below its limit. Returns false only if the
   * case reached its own limit; letters for other cases to that address are not revealed.
   */
  mailCode(caseId: Id, code: NewMailedCode): Promise<boolean>
  /**
   * Spends one attempt for the case's mailed code. Returns the code's id, or null if there is none, it expired or no
   * attempt is left.
   */
  spendTry(caseId: Id, now: Instant): Promise<Id | null>
  /** Marks the address as confirmed and deletes the mailed code. */
  markChecked(caseId: Id, day: CalendarDate): Promise<void>
  /**
   * Returns false if the case is closed or the person has written `most` messages. A message opens a case again that was closed
   * as part of a flood.
   */
  addMessage(caseId: Id, message: SealedMessage, most: number): Promise<boolean>
  /**
   * Stores an officer's message and queues a letter if there is an address. An answer stops the clock; an extension
   * sets its new due day. Returns false if the case is closed or already extended.
   */
  addOfficerMessage(caseId: Id, officerMessage: OfficerMessage): Promise<boolean>
  /** Returns false if it is already closed. */
  closeCase(caseId: Id, outcome: RightsOutcome, day: CalendarDate): Promise<boolean>
  /**
   * Corrects facts and due day of a case and adds a history entry. Returns false if the facts differ from
   * `change.before` or the case does not exist.
   */
  correctCase(
    caseId: Id,
    change: CaseChange & { readonly before: CaseFacts },
    dueOn: CalendarDate | null,
  ): Promise<boolean>
  /** Oldest first. */
  caseChanges(caseId: Id): Promise<readonly CaseChange[]>
  /** Every case, by day of receipt. */
  allCases(): Promise<readonly RightsCase[]>
  /** One entry per day and case. */
  furtherMessages(): Promise<readonly FurtherMessage[]>
  /** By due day, cases without a term last. */
  openCases(): Promise<readonly ListedCase[]>
  /** Latest first, at most `limit`, without floods. */
  closedCases(limit: number): Promise<readonly RightsCase[]>
}

export interface RightsPorts {
  readonly rights: RightsStore
  readonly clock: Clock
  readonly ids: Ids
  readonly tokens: Tokens
  readonly keyring: Keyring
  /** Time zone of the organization, as an IANA name. */
  readonly timeZone: string
}
