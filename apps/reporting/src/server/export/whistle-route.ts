import { listReports } from '@wayproof/evidence/whistle-blowing/show-report'
import type { WhistleReport } from '@wayproof/evidence/whistle-blowing/whistle-report'
import type { Locale } from '@wayproof/kernel/people/locale'
import { messages } from '@wayproof/messages/messages'
import { Hono } from 'hono'
import { type Services, signedIn } from '../trpc/context.ts'
import { whistlePorts } from '../trpc/ports.ts'
import { type TableForm, textTable } from './text-table.ts'

/** `GET /export/whistle-reports.csv` and `.xlsx`: dates and outcome of the reports that this case handler may read. */
export function whistleRoute(services: Services): Hono {
  const file = async (form: TableForm, headers: Headers) => {
    const user = await signedIn(services, headers)
    if (!user) return Response.json({ ok: false, fault: { code: 'not-signed-in' } }, { status: 401 })
    if (user.role !== 'case-handler')
      return Response.json({ ok: false, fault: { code: 'input-invalid' } }, { status: 404 })
    const { open, closed } = await listReports(whistlePorts(services), { reader: user.id })
    return textTable('whistle-reports', form, reportRows([...open, ...closed], user.locale))
  }
  return new Hono()
    .get('/whistle-reports.csv', (c) => file('csv', c.req.raw.headers))
    .get('/whistle-reports.xlsx', (c) => file('xlsx', c.req.raw.headers))
}

/** Reporters and texts must not leave the system, so rows have neither. */
function reportRows(reports: readonly WhistleReport[], locale: Locale): string[][] {
  const { whistleBlowing, reporting } = messages(locale)
  const { columns, acknowledged, examined, feedback } = reporting.reports
  const headings = [columns.received, acknowledged, examined, feedback, columns.closed, columns.status, columns.outcome]
  const rows = reports.map((report) => [
    report.receivedOn,
    ...[report.acknowledgedOn, report.examinedOn, report.feedbackOn, report.closedOn].map((day) => day ?? ''),
    whistleBlowing.statuses[report.status],
    report.outcome === null ? '' : whistleBlowing.outcomes[report.outcome],
  ])
  return [headings, ...rows]
}
