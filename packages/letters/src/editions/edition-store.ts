import type { CalendarDate, Id, Instant, Locale, PeriodKey } from '@wayproof/kernel'
import type {
  Edition,
  EditionReaderKind,
  EditionSchedule,
  EditionSettings,
  ExecutiveSummary,
  HoldReason,
  RecordedAt,
  Release,
} from '@wayproof/scorecard'
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

/** A letter that goes into the archive, with what is attached to it. */
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
  /** Letters posted: one, and one more each time it was sent again. */
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

/** An edition on its way out. */
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

/** Keeps editions, their letters byte for byte, and who was sent them. */
export interface EditionStore {
  schedule(): Promise<EditionSchedule>
  /** Notes the first look of the calendar; later calls change nothing. */
  begin(today: CalendarDate): Promise<void>
  saveSettings(settings: EditionSettings, by: string, at: Instant): Promise<void>
  /** Newest first. */
  list(): Promise<readonly Edition[]>
  find(id: Id): Promise<Edition | null>
  /** The last one of a half-year that was sent. */
  lastSent(period: PeriodKey): Promise<SentEdition | null>
  /** Keeps one that waits, with its notices, in one act. False: there is one of its kind and occasion. */
  open(edition: NewEdition, notices: readonly PostedLetter[]): Promise<boolean>
  /** Stores the current reasons for holding an edition. */
  keepReasons(id: Id, reasons: readonly HoldReason[]): Promise<void>
  /** A held edition with nothing left to mend waits for approval. False: it is not held. */
  awaitApproval(id: Id, reasons: readonly HoldReason[], notices: readonly PostedLetter[], at: Instant): Promise<boolean>
  /** Sends an edition: state, archive, ledger and letters in one act. False: it was sent or superseded before. */
  issue(edition: IssuedEdition): Promise<boolean>
  /** Ends an edition that waits and goes to no one. */
  supersede(id: Id, at: Instant): Promise<void>
  /** Forgets a held edition whose date has moved. */
  postpone(id: Id): Promise<void>
  /** Executives and the owners of goals. */
  readers(): Promise<readonly EditionReader[]>
  /** When the offices were first reminded of a half-year; null: not yet. */
  remindedAt(period: PeriodKey): Promise<Instant | null>
  /** When something was last recorded in each register. */
  recordedAt(): Promise<RecordedAt>
  archive(id: Id): Promise<readonly ArchivedLetter[]>
  /** The edition that a PDF with this SHA-256 was sent with. */
  editionOfPdf(digest: string): Promise<Id | null>
  ledger(id: Id): Promise<readonly EditionDelivery[]>
  /** Posts again, byte for byte, what failed or bounced, to readers who still have an account. Gives how many letters. */
  sendAgain(id: Id, at: Instant): Promise<number>
  bouncing(): Promise<readonly BouncingUser[]>
}
