import { addDays, addMonths, type CalendarDate, daysBetween, earlier, type Id, type Locale } from '@wayproof/kernel'

/** What the reporting person is to the company, in the person's own word. */
export const REPORTERS = ['staff', 'partner', 'traveler', 'undisclosed'] as const
export type Reporter = (typeof REPORTERS)[number]

export type ReportStatus = 'received' | 'acknowledged' | 'in-examination' | 'closed'

export const REPORT_OUTCOMES = ['substantiated', 'unsubstantiated', 'other'] as const
export type ReportOutcome = (typeof REPORT_OUTCOMES)[number]

/** A whistle-blower's report as the register keeps it, dated to the day. */
export interface WhistleReport {
  readonly id: Id
  readonly reporter: Reporter
  /** The language it was written in. */
  readonly locale: Locale
  readonly receivedOn: CalendarDate
  readonly status: ReportStatus
  readonly outcome: ReportOutcome | null
  /** Without a contact: both write by the case code only. */
  readonly anonymous: boolean
  /** The privacy officer is named in it, or may be. */
  readonly concernsOfficer: boolean
  readonly acknowledgedOn: CalendarDate | null
  /** When its examination began. */
  readonly examinedOn: CalendarDate | null
  /** When the person was first told what follows from it. */
  readonly feedbackOn: CalendarDate | null
  readonly closedOn: CalendarDate | null
}

export type ReportAuthor = 'reporter' | 'handler'

/** What a message is for: the reporting person's own is a `message`; only the handler's `feedback` stops the second clock. */
export type ReportPurpose = 'message' | HandlerPurpose
export const HANDLER_PURPOSES = ['question', 'feedback'] as const
export type HandlerPurpose = (typeof HANDLER_PURPOSES)[number]

/** Characters of a contact in the reporting person's own words. */
export const LONGEST_CONTACT = 200

/** Directive (EU) 2019/1937, Article 9(1)(b) and (f). */
export const WHISTLE_TERMS = { acknowledgeDays: 7, feedbackMonths: 3 } as const

/** The last day on which an acknowledgement is in time. */
export const acknowledgementDue = (receivedOn: CalendarDate): CalendarDate =>
  addDays(receivedOn, WHISTLE_TERMS.acknowledgeDays)

/** The last day for feedback: months from the acknowledgement. A late one wins no time: it counts from its due day then. */
export function feedbackDue({
  receivedOn,
  acknowledgedOn,
}: Pick<WhistleReport, 'receivedOn' | 'acknowledgedOn'>): CalendarDate {
  const due = acknowledgementDue(receivedOn)
  return addMonths(acknowledgedOn === null ? due : earlier(acknowledgedOn, due), WHISTLE_TERMS.feedbackMonths)
}

/** What is to be done next, and by when; null once there was feedback. */
export interface ReportTask {
  readonly task: 'acknowledge' | 'feedback'
  readonly dueOn: CalendarDate
}

export function nextTask(report: WhistleReport): ReportTask | null {
  if (report.feedbackOn !== null || report.status === 'closed') return null
  return report.acknowledgedOn === null
    ? { task: 'acknowledge', dueOn: acknowledgementDue(report.receivedOn) }
    : { task: 'feedback', dueOn: feedbackDue(report) }
}

export type ReportUrgency = 'overdue' | 'due-soon' | 'in-time' | 'answered'

/** Days before the due day from which a report is marked. */
const SOON_DAYS = { acknowledge: 2, feedback: 14 } as const

/** How an open report stands on `today`. */
export function reportUrgency(report: WhistleReport, today: CalendarDate): ReportUrgency {
  const next = nextTask(report)
  if (next === null) return 'answered'
  const left = daysBetween(today, next.dueOn)
  if (left < 0) return 'overdue'
  return left <= SOON_DAYS[next.task] ? 'due-soon' : 'in-time'
}

/**
 * Whether a case handler who took office on `since` may read it. Officers appoint handlers: whoever was appointed after a
 * report about the officer arrived does not get it.
 */
export const mayRead = (
  { concernsOfficer, receivedOn }: Pick<WhistleReport, 'concernsOfficer' | 'receivedOn'>,
  since: CalendarDate | null,
): boolean => since !== null && (!concernsOfficer || since <= receivedOn)

/** Why a report may not be closed, or null. The reporter is told what follows before it ends. */
export function closingFault({
  status,
  feedbackOn,
}: Pick<WhistleReport, 'status' | 'feedbackOn'>): 'report-closed' | 'feedback-missing' | null {
  if (status === 'closed') return 'report-closed'
  return feedbackOn === null ? 'feedback-missing' : null
}
