import { Readable } from 'node:stream'
import { READER_ROLES } from '@wayproof/accounts/accounts/person'
import { EVIDENCE_TYPES } from '@wayproof/evidence/attachments/evidence-type'
import { exportSheet } from '@wayproof/evidence/export/export-xlsx'
import { csv } from '@wayproof/evidence/import/csv/csv'
import { IMPORTED_REGISTERS } from '@wayproof/evidence/registers/register-overview-store'
import { listReports } from '@wayproof/evidence/whistle-blowing/show-report'
import type { WhistleReport } from '@wayproof/evidence/whistle-blowing/whistle-report'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { isId } from '@wayproof/kernel/id'
import { LOCALES, type Locale } from '@wayproof/kernel/people/locale'
import { sealCheckLink } from '@wayproof/letters/letter/links'
import { minutesPdf } from '@wayproof/letters/pdf/minutes-pdf'
import { ReportNotPrinted, type ReportPrinter } from '@wayproof/letters/pdf/report-printer'
import { sealedReportPdf } from '@wayproof/letters/pdf/sealed-report-pdf'
import { goalCells, goalHeadings } from '@wayproof/messages/goal-cells'
import { messages } from '@wayproof/messages/messages'
import { deadlineId } from '@wayproof/oversight/deadlines/deadline'
import { readDeadlines } from '@wayproof/oversight/deadlines/read-deadlines'
import { breakDownCases } from '@wayproof/scorecard/cases/break-down-cases'
import type { CaseGroup } from '@wayproof/scorecard/cases/case-groups'
import { readScorecard } from '@wayproof/scorecard/read-scorecard'
import { type Context, Hono } from 'hono'
import { calendarFile } from '../deadlines/calendar-file.ts'
import { refusal } from '../http/refusal.ts'
import { requestId } from '../http/request-id.ts'
import { fieldsOf } from '../import/profiles.ts'
import { methodReportHtml } from '../method-report/method-report-html.ts'
import { waveMethodReport } from '../method-report/wave-method-report.ts'
import { hasSample } from '../sample-data/beside-sample.ts'
import { showSample } from '../samples/show-sample.ts'
import { worksheetRows } from '../samples/worksheet-rows.ts'
import { type Services, signedIn } from '../trpc/context.ts'
import { atHalfYear, halfYearKey, locale, ofWave } from '../trpc/input.ts'
import { scorecardPorts, whistlePorts } from '../trpc/ports.ts'
import { auditLogRoute } from './audit-log-route.ts'
import { registerRoute } from './register-route.ts'
import { requestsRoute } from './requests-route.ts'
import { satisfactionRoute } from './satisfaction-route.ts'
import { type TableForm, textTable } from './text-table.ts'
import { undeliveredRoute } from './undelivered-route.ts'

/** Downloads. */
export const exportRoute = (services: Services): Hono =>
  new Hono()
    .route('/', auditLogRoute(services))
    .route('/', calendarRoute(services))
    .route('/', satisfactionRoute(services))
    .route('/', scorecardRoute(services))
    .route('/', methodReportRoute(services))
    .route('/', worksheetRoute(services))
    .route('/', reportRoute(services))
    .route('/', minutesRoute(services))
    .route('/', requestsRoute(services))
    .route('/', undeliveredRoute(services))
    .route('/', whistleRoute(services))
    .route('/', casesRoute(services))
    .route('/', templateRoute(services))
    .route('/', registerRoute(services))

/** `GET /export/minutes/:day/:locale`: the finished minutes of the meeting of a day as PDF. */
function minutesRoute(services: Services): Hono {
  const { store, timeZone } = services
  return new Hono().get('/minutes/:day/:locale', async (c) => {
    if (!(await signedIn(services, c.req.raw.headers))) return c.json(refusal('UNAUTHORIZED', 401), 401)
    const locale = LOCALES.find((candidate) => candidate === c.req.param('locale'))
    const heldOn = c.req.param('day')
    const meeting = (await store.meetings.list()).find((each) => each.heldOn === heldOn)
    const organisation = await store.organisation.get()
    const content = meeting && locale && organisation ? minutesPdf(meeting, { locale, organisation, timeZone }) : null
    if (!content || !meeting || !locale) return c.json(refusal('NOT_FOUND', 404), 404)
    const filename = `minutes-${heldOn}-${locale}.pdf`
    return sendPdf(c, services, { content, locale, links: {}, filename })
  })
}

/** `GET /export/report/:period/:locale`: the report of a closed half-year as PDF. */
function reportRoute(services: Services): Hono {
  const { reportingUrl, store } = services
  return new Hono().get('/report/:period/:locale', async (c) => {
    if (!(await signedIn(services, c.req.raw.headers))) return c.json(refusal('UNAUTHORIZED', 401), 401)
    const period = halfYearKey.safeParse(c.req.param('period'))
    const locale = LOCALES.find((candidate) => candidate === c.req.param('locale'))
    const report = period.success && locale ? await store.publicReports.sealed(period.data) : null
    const organisation = await store.organisation.get()
    if (!report || !locale || !organisation) return c.json(refusal('NOT_FOUND', 404), 404)
    const content = sealedReportPdf(report, { locale, organisation, published: null })
    const links = { sealCheck: sealCheckLink(reportingUrl, report.seal.code) }
    const filename = `privacy-report-${report.scorecard.period}-${locale}.pdf`
    return sendPdf(c, services, { content, locale, links, filename })
  })
}

const TYPES = { csv: 'text/csv; charset=utf-8', xlsx: EVIDENCE_TYPES.xlsx } as const

/** `GET /export/templates/:file`, such as `incidents.csv`: an empty file with the columns of the register. */
const templateRoute = (services: Services): Hono =>
  new Hono().get('/templates/:file', async (c) => {
    const user = await signedIn(services, c.req.raw.headers)
    if (!user) return c.json({ ok: false, fault: { code: 'not-signed-in' } }, 401)
    const [name, extension] = c.req.param('file').split('.')
    const register = IMPORTED_REGISTERS.find((id) => id === name)
    const form = (['csv', 'xlsx'] as const).find((candidate) => candidate === extension)
    if (!register || !form) return c.json({ ok: false, fault: { code: 'input-invalid' } }, 404)
    c.header('content-type', TYPES[form])
    c.header('content-disposition', `attachment; filename="${register}.${form}"`)
    const head = fieldsOf(register).map((field) => field.name)
    const bytes = form === 'csv' ? [Buffer.from(`\ufeff${head.join(',')}\r\n`)] : exportSheet([head])
    return c.body(Readable.toWeb(Readable.from(bytes)) as ReadableStream)
  })

const reportInput = ofWave.extend({ locale })

/** `GET /export/method-report.html?period=&locale=`: the method of a wave as an HTML download. */
function methodReportRoute(services: Services): Hono {
  return new Hono().get('/method-report.html', async (c) => {
    const user = await signedIn(services, c.req.raw.headers)
    if (!user) return c.json(refusal('UNAUTHORIZED', 401), 401)
    const query = reportInput.safeParse(c.req.query())
    if (!query.success) return c.json(refusal('BAD_REQUEST', 400), 400)
    const methodReport = await waveMethodReport(services, query.data)
    if (!methodReport.ok) return c.json({ fault: methodReport.fault }, 422)
    const { period } = query.data
    return c.body(methodReportHtml(methodReport.value, messages(query.data.locale).methodReport.sealed), 200, {
      'content-type': 'text/html; charset=utf-8',
      'content-disposition': `attachment; filename="survey-${period}.html"`,
    })
  })
}

/** `GET /export/scorecard.csv?period=`: the five goals as the dashboard shows them. */
function scorecardRoute(services: Services): Hono {
  return new Hono().get('/scorecard.csv', async (c) => {
    const user = await signedIn(services, c.req.raw.headers)
    if (!user) return c.json(refusal('UNAUTHORIZED', 401), 401)
    const period = halfYearKey.safeParse(c.req.query('period'))
    if (!period.success) return c.json(refusal('BAD_REQUEST', 400), 400)
    const scorecard = await readScorecard(scorecardPorts(services), { period: period.data })
    if (!scorecard.ok) return c.json({ fault: scorecard.fault }, 422)
    const { locale } = user
    const rows = scorecard.value.verdicts.map((verdict) => goalCells(period.data, verdict, locale))
    return c.body(csv([goalHeadings(locale), ...rows]), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="scorecard-${period.data}.csv"`,
    })
  })
}

type PdfOrder = Parameters<ReportPrinter['print']>[0] & { readonly locale: Locale; readonly filename: string }

/** Prints a PDF and sends it as a download; if it cannot be printed, says why. */
async function sendPdf(
  c: Context,
  { log, reportPrinter }: Pick<Services, 'log' | 'reportPrinter'>,
  { filename, ...order }: PdfOrder,
): Promise<Response> {
  try {
    const pdf = await reportPrinter.print(order)
    return c.body(pdf, 200, {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${filename}"`,
    })
  } catch (error) {
    if (!(error instanceof ReportNotPrinted)) throw error
    const { code, cause } = error
    log({ level: 'error', event: 'report-not-printed', code, errorId: requestId(), message: String(cause ?? '') })
    // The browser opens the link directly, so the response has to be readable text.
    return c.text(messages(order.locale).report.notPrinted[code], 503, { 'retry-after': '30' })
  }
}

/**
 * `GET /export/deadlines.ics?mine=&id=`: the deadlines that the user may see, those of the own role, or one, as a
 * calendar file in the user's language.
 */
function calendarRoute(services: Services): Hono {
  const { store, clock, timeZone, reportingUrl: origin } = services
  return new Hono().get('/deadlines.ics', async (c) => {
    const user = await signedIn(services, c.req.raw.headers)
    if (!user) return c.json(refusal('UNAUTHORIZED', 401), 401)
    if (!READER_ROLES.includes(user.role)) return c.json(refusal('FORBIDDEN', 403), 403)
    const { mine, id } = c.req.query()
    const all = await readDeadlines({ deadlines: store.deadlines, clock, timeZone }, user.id)
    const chosen = all.filter(
      (deadline) => (id === undefined || deadlineId(deadline) === id) && (mine !== 'true' || deadline.isMine),
    )
    if (id !== undefined && chosen.length === 0) return c.json(refusal('NOT_FOUND', 404), 404)
    const file = { locale: user.locale, now: clock.now(), origin, isSample: await hasSample(services) }
    return c.body(calendarFile(chosen, file), 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="deadlines.ics"',
    })
  })
}

/** `GET /export/cases.csv?period=`: number of requests and complaints in an ended half-year, by kind, law and channel. */
function casesRoute(services: Services): Hono {
  return new Hono().get('/cases.csv', async (c) => {
    const user = await signedIn(services, c.req.raw.headers)
    if (!user) return c.json(refusal('UNAUTHORIZED', 401), 401)
    const query = atHalfYear.safeParse(c.req.query())
    if (!query.success) return c.json(refusal('BAD_REQUEST', 400), 400)
    const caseBreakdown = await breakDownCases(scorecardPorts(services), query.data)
    if (!caseBreakdown.ok) return c.json({ fault: caseBreakdown.fault }, 422)
    if (!caseBreakdown.value.groups) return c.json({ fault: { code: 'period-running' } }, 422)
    return c.body(casesFile(caseBreakdown.value.groups, user.locale), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="cases-${query.data.period}.csv"`,
    })
  })
}

function casesFile(groups: readonly CaseGroup[], locale: Locale): string {
  const { caseGroups: words, breakdown } = messages(locale).reporting
  const rows = groups.map(({ margin, category, people }) => [
    words.margins[margin],
    words.category(margin, category),
    breakdown.people(people),
  ])
  return csv([[breakdown.columns.margin, breakdown.columns.group, words.people], ...rows])
}

/** `GET /export/whistle-reports.csv` and `.xlsx`: dates and outcome of the reports that this case handler may read. */
function whistleRoute(services: Services): Hono {
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

const FORMS = {
  csv: { type: 'text/csv; charset=utf-8', write: (rows: readonly (readonly string[])[]) => Buffer.from(csv(rows)) },
  xlsx: {
    type: EVIDENCE_TYPES.xlsx,
    write: (rows: readonly (readonly string[])[]) => Buffer.concat(exportSheet(rows)),
  },
} as const

/** `GET /export/sample/:id/:form`, `csv` or `xlsx`: the worksheet of a sample, to be printed or filed. */
function worksheetRoute(services: Services): Hono {
  return new Hono().get('/sample/:id/:form', async (c) => {
    const user = await signedIn(services, c.req.raw.headers)
    if (!user) return c.json(refusal('UNAUTHORIZED', 401), 401)
    const form = (['csv', 'xlsx'] as const).find((candidate) => candidate === c.req.param('form'))
    const id = c.req.param('id')
    const sample = form && isId(id) ? await showSample(services, user.role, id) : null
    if (!form || !sample?.ok) return c.json(refusal('NOT_FOUND', 404), 404)
    const dayOf = (at: number) => dateAt(at, services.timeZone)
    const { type, write } = FORMS[form]
    const file = write(worksheetRows(sample.value, { locale: user.locale, dayOf }))
    return c.body(new Uint8Array(file), 200, {
      'content-type': type,
      'content-disposition': `attachment; filename="sample-${sample.value.figure}-${sample.value.period}.${form}"`,
    })
  })
}
