import type { RecordedAt } from '@wayproof/evidence/registers/recorded-at'
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { Locale } from '@wayproof/kernel/people/locale'
import type { Edition, EditionReaderKind, Release } from '@wayproof/scorecard/editions/edition'
import type { EditionSchedule, EditionSettings } from '@wayproof/scorecard/editions/edition-settings'
import type { HoldReason } from '@wayproof/scorecard/editions/hold-reason'
import type { ExecutiveSummary } from '@wayproof/scorecard/executive-summary'
import type { LetterState, PostedLetter } from '../outbox/outbox.ts'
import type { BouncingUser } from '../questions/bouncing-user.ts'

/** A user who gets every edition, in the language of the account. */
export interface EditionReader {
  readonly id: Id
  readonly name: string
  readonly reader: EditionReaderKind
  readonly locale: Locale
}

/** A letter of an edition as it was sent, byte for byte. */
export interface ArchivedLetter {
  readonly reader: EditionReaderKind
  readonly locale: Locale
  readonly subject: string
  readonly html: string
  readonly text: string
}

/** A letter for the archive, with its attachment. */
export interface ArchivedWhole extends ArchivedLetter {
  readonly pdf: AttachedPdf | null
}

export interface AttachedPdf {
  readonly bytes: Uint8Array
  /** SHA-256. */
  readonly digest: string
}

/** Delivery of a reader's letter; `deleted`: its record was deleted on schedule. */
export interface EditionDelivery extends Omit<EditionReader, 'id'> {
  readonly userId: Id
  readonly state: LetterState | 'deleted'
  /** The mail server's reply, or the reason why it was not sent. */
  readonly reply: string | null
  /** Number of letters posted: one, and one more each time it was sent again. */
  readonly times: number
  readonly postedAt: Instant
}

export type NewEdition = Pick<
  Edition,
  'id' | 'kind' | 'period' | 'occasion' | 'dueOn' | 'dueBecause' | 'openedAt' | 'heldAt' | 'sendsOn' | 'reasons'
> & { readonly state: 'held' | 'awaiting-approval' }

export interface IssuedLetter {
  readonly reader: EditionReader
  readonly posted: PostedLetter
}

/** An edition to be sent. */
export interface IssuedEdition
  extends Pick<
    Edition,
    'id' | 'kind' | 'period' | 'occasion' | 'dueOn' | 'dueBecause' | 'openedAt' | 'heldAt' | 'sendsOn' | 'reasons'
  > {
  readonly release: Release
  readonly by: { readonly id: Id; readonly name: string } | null
  readonly comment: string | null
  /** Canonical JSON of the summary. */
  readonly figures: string
  readonly digest: string
  readonly at: Instant
  readonly archive: readonly ArchivedWhole[]
  readonly letters: readonly IssuedLetter[]
}

export interface SentEdition extends Edition {
  readonly summary: ExecutiveSummary
}

/** Stores editions, their letters byte for byte, and their recipients. */
export interface EditionStore {
  schedule(): Promise<EditionSchedule>
  /** Stores the day of the first review; later calls change nothing. */
  begin(today: CalendarDate): Promise<void>
  /** `check` gets the current settings in the same transaction, and throws if they may not be replaced. */
  saveSettings(
    settings: EditionSettings,
    by: string,
    at: Instant,
    check?: (current: EditionSettings) => void,
  ): Promise<void>
  /** Newest first. */
  list(): Promise<readonly Edition[]>
  find(id: Id): Promise<Edition | null>
  /** The last sent edition of a half-year. */
  lastSent(period: PeriodKey): Promise<SentEdition | null>
  /** Stores a waiting edition and posts its notices in one transaction. Returns false if its kind and occasion exist. */
  open(edition: NewEdition, notices: readonly PostedLetter[]): Promise<boolean>
  /** Stores the current reasons for holding an edition. */
  keepReasons(id: Id, reasons: readonly HoldReason[]): Promise<void>
  /** Moves a held edition to approval and posts its notices. Returns false if it is not held. */
  awaitApproval(id: Id, reasons: readonly HoldReason[], notices: readonly PostedLetter[], at: Instant): Promise<boolean>
  /** Sends an edition: state, archive, ledger and letters in one transaction. Returns false if it was sent or superseded before. */
  issue(edition: IssuedEdition): Promise<boolean>
  /** Ends a waiting edition without sending it. */
  supersede(id: Id, at: Instant): Promise<void>
  /** Deletes a held edition whose date has moved. */
  postpone(id: Id): Promise<void>
  /** Executives and the owners of goals. */
  readers(): Promise<readonly EditionReader[]>
  /** When the offices were first reminded of a half-year; null if they were not yet. */
  remindedAt(period: PeriodKey): Promise<Instant | null>
  /** Time of the last entry in each register. */
  recordedAt(): Promise<RecordedAt>
  archive(id: Id): Promise<readonly ArchivedLetter[]>
  /** The edition that a PDF with this SHA-256 was sent with. */
  editionOfPdf(digest: string): Promise<Id | null>
  ledger(id: Id): Promise<readonly EditionDelivery[]>
  /** Posts failed and bounced letters again, byte for byte, to readers who still have an account. Returns how many. */
  sendAgain(id: Id, at: Instant): Promise<number>
  bouncing(): Promise<readonly BouncingUser[]>
}
