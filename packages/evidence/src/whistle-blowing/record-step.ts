import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { ReadBy, WhistlePorts } from './ports.ts'
import { findForReader, type ReportFault } from './show-report.ts'

export interface RecordStep extends ReadBy {
  readonly step: 'acknowledged' | 'in-examination'
}

export interface RecordConcern extends ReadBy {
  readonly concernsOfficer: boolean
}

type Ports = Pick<WhistlePorts, 'reports' | 'clock' | 'timeZone'>

/** Records the acknowledgment of a report or the start of its examination; the reporter sees the day. */
export async function recordStep(
  ports: Ports,
  { step, ...readBy }: RecordStep,
): Promise<Outcome<null, ReportFault | { readonly code: 'step-done' }>> {
  if (!(await findForReader(ports, readBy))) return fail('report-unknown')
  const isDone = await ports.reports.recordStep(readBy.id, step, dateAt(ports.clock.now(), ports.timeZone))
  return isDone ? ok(null) : fail('step-done')
}

/** Records whether a report concerns the privacy officer; handlers appointed later then have no access to it. */
export async function recordConcern(
  ports: Ports,
  { concernsOfficer, ...readBy }: RecordConcern,
): Promise<Outcome<null, ReportFault | { readonly code: 'report-closed' }>> {
  if (!(await findForReader(ports, readBy))) return fail('report-unknown')
  return (await ports.reports.recordConcern(readBy.id, concernsOfficer)) ? ok(null) : fail('report-closed')
}
