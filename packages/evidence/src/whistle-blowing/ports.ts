import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Clock, Instant } from '@wayproof/kernel/clock'
import type { Id, Ids, Tokens } from '@wayproof/kernel/id'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import type { FloodStore } from '../conversation/flood.ts'
import type { SealedWords } from '../conversation/sealed-words.ts'
import type { HandlerPurpose, ReportAuthor, ReportOutcome, ReportPurpose, WhistleReport } from './whistle-report.ts'

export type SealedReportMessage<P extends ReportPurpose = ReportPurpose> = SealedWords<ReportAuthor, P>

export interface NewWhistleReport extends WhistleReport {
  readonly codeHash: Uint8Array
  /** Null without a contact. */
  readonly contactSealed: Uint8Array | null
  readonly message: SealedReportMessage
}

/** A report with its messages. Texts and contact are deleted some time after closing. */
export interface SealedReport {
  readonly report: WhistleReport
  readonly contactSealed: Uint8Array | null
  readonly messages: readonly SealedReportMessage[]
}

/** An open report in the handler's list. */
export interface ListedReport extends WhistleReport {
  /** Author of the last message; null once the texts are deleted. */
  readonly lastAuthor: ReportAuthor | null
  /** Whether neither side did anything since it arrived. */
  readonly isUntouched: boolean
}

export interface WhistleStore extends FloodStore {
  /** Returns true if at least one case handler exists. */
  hasHandler(): Promise<boolean>
  /** Moment at which a case handler's account was created; null for other users. */
  handlerSince(userId: Id): Promise<Instant | null>
  /**
   * Stores a report with its first message. Returns false and stores nothing if its code exists: the form was submitted
   * twice.
   */
  takeReport(report: NewWhistleReport): Promise<boolean>
  report(of: { readonly codeHash: Uint8Array } | { readonly id: Id }): Promise<SealedReport | null>
  /**
   * Returns false if the report is closed or the person has written `most` messages. A message opens a report again that was
   * closed as part of a flood.
   */
  addMessage(reportId: Id, message: SealedReportMessage, most: number): Promise<boolean>
  /** Stores a handler's message, which also acknowledges the report. Returns false if it is closed. */
  addHandlerMessage(reportId: Id, message: SealedReportMessage<HandlerPurpose>): Promise<boolean>
  /**
   * Acknowledges the report or starts its examination, which also acknowledges it. Returns false if that was already
   * done or the report is closed.
   */
  recordStep(reportId: Id, step: 'acknowledged' | 'in-examination', day: CalendarDate): Promise<boolean>
  /** Returns false if it is closed. */
  recordConcern(reportId: Id, concernsOfficer: boolean): Promise<boolean>
  /** Returns false if it is already closed. */
  closeReport(reportId: Id, outcome: ReportOutcome, day: CalendarDate): Promise<boolean>
  /** Oldest first. */
  openReports(): Promise<readonly ListedReport[]>
  /** Latest first, at most `limit`, without floods. */
  closedReports(limit: number): Promise<readonly WhistleReport[]>
  /** Days since `from` on which an open report arrived or its reporter wrote. */
  daysWritten(from: CalendarDate): Promise<readonly CalendarDate[]>
}

export interface WhistlePorts {
  readonly reports: WhistleStore
  readonly clock: Clock
  readonly ids: Ids
  readonly tokens: Tokens
  readonly keyring: Keyring
  /** Time zone of the organization, as an IANA name. */
  readonly timeZone: string
}

/** The reader of a report, and the report's id. */
export interface ReadBy {
  readonly id: Id
  /** The user, who has access only as a case handler. */
  readonly reader: Id
}
