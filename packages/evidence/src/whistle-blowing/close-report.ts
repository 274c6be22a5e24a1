import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { ReadBy, WhistlePorts } from './ports.ts'
import { findForReader, type ReportFault } from './show-report.ts'
import { type ChosenReportOutcome, closingFault } from './whistle-report.ts'

export interface CloseReport extends ReadBy {
  readonly outcome: ChosenReportOutcome
}

/** Closes a report. It accepts no further messages, and its contact and texts are scheduled for deletion. */
export async function closeReport(
  ports: Pick<WhistlePorts, 'reports' | 'clock' | 'timeZone'>,
  { outcome, ...readBy }: CloseReport,
): Promise<Outcome<null, ReportFault | { readonly code: 'report-closed' | 'feedback-missing' }>> {
  const sealedReport = await findForReader(ports, readBy)
  if (!sealedReport) return fail('report-unknown')
  const fault = closingFault(sealedReport.report)
  if (fault !== null) return fail(fault)
  const isClosed = await ports.reports.closeReport(readBy.id, outcome, dateAt(ports.clock.now(), ports.timeZone))
  return isClosed ? ok(null) : fail('report-closed')
}
