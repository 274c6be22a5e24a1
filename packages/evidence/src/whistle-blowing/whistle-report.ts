import { addDays, addMonths, type CalendarDate, daysBetween, earlier } from '@wayproof/kernel/calendar/calendar-date'
import type { Id } from '@wayproof/kernel/id'
import type { Locale } from '@wayproof/kernel/people/locale'

/** The reporter's relation to the company, as chosen by the reporter. */
export const REPORTERS = ['staff', 'partner', 'traveler', 'undisclosed'] as const
export type Reporter = (typeof REPORTERS)[number]

export type ReportStatus = 'received' | 'acknowledged' | 'in-examination' | 'closed'

/** Outcomes with which a case handler closes a report. */
export const REPORT_OUTCOMES = ['substantiated', 'unsubstantiated', 'other'] as const
export type ChosenReportOutcome = (typeof REPORT_OUTCOMES)[number]
/** `flood`: closed together with many others. */
export type ReportOutcome = ChosenReportOutcome | 'flood'

/** A whistleblower's report as stored in the register; all dates are days. */
export interface WhistleReport {
  readonly id: Id
  readonly reporter: Reporter
  /** Language of the report. */
  readonly locale: Locale
  readonly receivedOn: CalendarDate
  readonly status: ReportStatus
  readonly outcome: ReportOutcome | null
  /** True without a contact: both sides write with the case code only. */
  readonly anonymous: boolean
  /** True if the report names, or may concern, the privacy officer. */
  readonly concernsOfficer: boolean
  readonly acknowledgedOn: CalendarDate | null
  /** Day on which the examination started. */
  readonly examinedOn: CalendarDate | null
  /** Day of the first feedback to the reporter. */
  readonly feedbackOn: CalendarDate | null
  readonly closedOn: CalendarDate | null
}

export type ReportAuthor = 'reporter' | 'handler'

/** Purpose of a message. The reporter's own is a `message`; only the handler's `feedback` stops the second clock. */
export type ReportPurpose = 'message' | HandlerPurpose
export const HANDLER_PURPOSES = ['question', 'feedback'] as const
export type HandlerPurpose = (typeof HANDLER_PURPOSES)[number]

/** Longest contact text in characters. */
export const LONGEST_CONTACT = 200

/** Directive (EU) 2019/1937, Article 9(1)(b) and (f). */
export const WHISTLE_TERMS = { acknowledgeDays: 7, feedbackMonths: 3 } as const

/** Last day of a timely acknowledgment. */
export const acknowledgementDue = (receivedOn: CalendarDate): CalendarDate =>
  addDays(receivedOn, WHISTLE_TERMS.acknowledgeDays)

/**
 * Last day for feedback: 3 months after the acknowledgment. A late acknowledgment counts from its due day, so it does
 * not extend the deadline.
 */
export function feedbackDue({
  receivedOn,
  acknowledgedOn,
}: Pick<WhistleReport, 'receivedOn' | 'acknowledgedOn'>): CalendarDate {
  const due = acknowledgementDue(receivedOn)
  return addMonths(acknowledgedOn === null ? due : earlier(acknowledgedOn, due), WHISTLE_TERMS.feedbackMonths)
}

/** The next task and its due day; null after feedback. */
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

/** Days before the due day from which a report is marked as due soon. */
const SOON_DAYS = { acknowledge: 2, feedback: 14 } as const

/** Urgency of an open report on `today`. */
export function reportUrgency(report: WhistleReport, today: CalendarDate): ReportUrgency {
  const next = nextTask(report)
  if (next === null) return 'answered'
  const left = daysBetween(today, next.dueOn)
  if (left < 0) return 'overdue'
  return left <= SOON_DAYS[next.task] ? 'due-soon' : 'in-time'
}

/**
 * Returns true if a case handler in office since `since` may read the report. Officers appoint handlers, so one
 * appointed after a report about the officer arrived has no access to it.
 */
export const mayRead = (
  { concernsOfficer, receivedOn }: Pick<WhistleReport, 'concernsOfficer' | 'receivedOn'>,
  since: CalendarDate | null,
): boolean => since !== null && (!concernsOfficer || since <= receivedOn)

/** Returns why a report cannot be closed, or null. The reporter must get feedback first. */
export function closingFault({
  status,
  feedbackOn,
}: Pick<WhistleReport, 'status' | 'feedbackOn'>): 'report-closed' | 'feedback-missing' | null {
  if (status === 'closed') return 'report-closed'
  return feedbackOn === null ? 'feedback-missing' : null
}
