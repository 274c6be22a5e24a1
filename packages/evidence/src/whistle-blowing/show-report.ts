import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { codeHash } from '../conversation/conversation-code.ts'
import type { ClosedFlood } from '../conversation/flood.ts'
import { type OpenWords, openWords } from '../conversation/sealed-words.ts'
import type { ListedReport, ReadBy, SealedReport, WhistlePorts } from './ports.ts'
import { mayRead, type ReportAuthor, type ReportPurpose, type WhistleReport } from './whistle-report.ts'

export interface ShownReport {
  readonly report: WhistleReport
  /** Null without a contact or once it is deleted. */
  readonly contact: string | null
  readonly messages: readonly OpenWords<ReportAuthor, ReportPurpose>[]
}

export type ReportFault = { readonly code: 'report-unknown' }

type Ports = Pick<WhistlePorts, 'reports' | 'keyring'>
type ReadingPorts = Pick<WhistlePorts, 'reports' | 'timeZone'>

/** The view of a report for the person with its code. */
export async function showOwnReport(
  { reports, keyring }: Ports,
  { caseCode }: { readonly caseCode: string },
): Promise<Outcome<ShownReport, ReportFault>> {
  const sealedReport = await reports.report({ codeHash: codeHash(keyring, 'report-code', caseCode) })
  return sealedReport ? ok(opened(keyring, sealedReport)) : fail('report-unknown')
}

/** The view of a report for a case handler. */
export async function showReport(
  ports: Ports & ReadingPorts,
  readBy: ReadBy,
): Promise<Outcome<ShownReport, ReportFault>> {
  const sealedReport = await findForReader(ports, readBy)
  return sealedReport ? ok(opened(ports.keyring, sealedReport)) : fail('report-unknown')
}

/**
 * Returns a report that this reader may read. Null for a missing report and for one without access, so the two look the
 * same.
 */
export async function findForReader(ports: ReadingPorts, { id, reader }: ReadBy): Promise<SealedReport | null> {
  const sealedReport = await ports.reports.report({ id })
  return sealedReport && mayRead(sealedReport.report, await handlerSince(ports, reader)) ? sealedReport : null
}

const CLOSED_SHOWN = 200

/** The reports that a case handler may read: open ones, oldest first, and the latest closed ones. */
export async function listReports(
  ports: ReadingPorts,
  { reader }: { readonly reader: Id },
): Promise<{
  readonly open: readonly ListedReport[]
  readonly closed: readonly WhistleReport[]
  readonly floods: readonly ClosedFlood[]
}> {
  const since = await handlerSince(ports, reader)
  const [open, whistleReports, floods] = await Promise.all([
    ports.reports.openReports(),
    ports.reports.closedReports(CLOSED_SHOWN),
    ports.reports.floods(),
  ])
  return {
    open: open.filter((report) => mayRead(report, since)),
    closed: whistleReports.filter((report) => mayRead(report, since)),
    floods,
  }
}

async function handlerSince({ reports, timeZone }: ReadingPorts, reader: Id) {
  const since = await reports.handlerSince(reader)
  return since === null ? null : dateAt(since, timeZone)
}

const opened = (keyring: WhistlePorts['keyring'], { report, contactSealed, messages }: SealedReport): ShownReport => ({
  report,
  contact: contactSealed && keyring.open('report-contact', contactSealed),
  messages: messages.map((message) => openWords(keyring, 'report-text', message)),
})
