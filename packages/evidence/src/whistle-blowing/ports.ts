import type { CalendarDate, Clock, Id, Ids, Instant, Tokens } from '@wayproof/kernel'
import type { Keyring } from '@wayproof/kernel/keyring'
import type { SealedWords } from '../conversation/sealed-words.ts'
import type { HandlerPurpose, ReportAuthor, ReportOutcome, ReportPurpose, WhistleReport } from './whistle-report.ts'

export type SealedReportMessage<P extends ReportPurpose = ReportPurpose> = SealedWords<ReportAuthor, P>

export interface NewWhistleReport extends WhistleReport {
  readonly codeHash: Uint8Array
  /** Null without a contact. */
  readonly contactSealed: Uint8Array | null
  readonly message: SealedReportMessage
}

/** A report with what was written in it; texts and contact are gone some time after closing. */
export interface SealedReport {
  readonly report: WhistleReport
  readonly contactSealed: Uint8Array | null
  readonly messages: readonly SealedReportMessage[]
}

/** An open report in the handler's list. */
export interface ListedReport extends WhistleReport {
  /** The author of the last message; null when the texts are gone. */
  readonly lastAuthor: ReportAuthor | null
}

export interface WhistleStore {
  /** Whether anybody is there to read a report. */
  hasHandler(): Promise<boolean>
  /** When the account of a case handler was made; null for everybody else. */
  handlerSince(userId: Id): Promise<Instant | null>
  /** Keeps a report with its first message. False, and nothing kept, when its code is known: the same came twice. */
  takeReport(report: NewWhistleReport): Promise<boolean>
  report(of: { readonly codeHash: Uint8Array } | { readonly id: Id }): Promise<SealedReport | null>
  /** False when the report is closed or the person has written `most` messages. */
  addMessage(reportId: Id, message: SealedReportMessage, most: number): Promise<boolean>
  /** Keeps what the handler wrote, which also acknowledges the report. False when it is closed. */
  addHandlerMessage(reportId: Id, message: SealedReportMessage<HandlerPurpose>): Promise<boolean>
  /** Acknowledges, or begins the examination, which acknowledges too. False when it was done already, or is closed. */
  recordStep(reportId: Id, step: 'acknowledged' | 'in-examination', day: CalendarDate): Promise<boolean>
  /** False when it is closed. */
  recordConcern(reportId: Id, concernsOfficer: boolean): Promise<boolean>
  /** False when it was closed already. */
  closeReport(reportId: Id, outcome: ReportOutcome, day: CalendarDate): Promise<boolean>
  /** The oldest first. */
  openReports(): Promise<readonly ListedReport[]>
  /** The latest first, at most `limit`. */
  closedReports(limit: number): Promise<readonly WhistleReport[]>
  /** Days from `from` on on which an open report arrived or its person wrote. */
  daysWritten(from: CalendarDate): Promise<readonly CalendarDate[]>
}

export interface WhistlePorts {
  readonly reports: WhistleStore
  readonly clock: Clock
  readonly ids: Ids
  readonly tokens: Tokens
  readonly keyring: Keyring
  /** The organisation's, as an IANA name. */
  readonly timeZone: string
}

/** The reader of a report, and which report. */
export interface ReadBy {
  readonly id: Id
  /** The user, who reads it only as a case handler. */
  readonly reader: Id
}
