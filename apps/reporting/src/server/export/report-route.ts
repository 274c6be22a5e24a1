import { LOCALES } from '@wayproof/kernel'
import { sealCheckLink, sealedReportPdf } from '@wayproof/letters'
import { ReportNotPrinted } from '@wayproof/letters/pdf'
import { messages } from '@wayproof/messages'
import { Hono } from 'hono'
import { refusal } from '../http/refusal.ts'
import { requestId } from '../http/request-id.ts'
import { type Services, signedIn } from '../trpc/context.ts'
import { halfYearKey } from '../trpc/input.ts'

/** `GET /export/report/:period/:locale`: the report of a closed half-year as PDF. */
export function reportRoute(services: Services): Hono {
  const { log, reportingUrl, reportPrinter, store } = services
  return new Hono().get('/report/:period/:locale', async (c) => {
    if (!(await signedIn(services, c.req.raw.headers))) return c.json(refusal('UNAUTHORIZED', 401), 401)
    const period = halfYearKey.safeParse(c.req.param('period'))
    const locale = LOCALES.find((candidate) => candidate === c.req.param('locale'))
    const report = period.success && locale ? await store.publicReports.sealed(period.data) : null
    const organisation = await store.organisation.get()
    if (!report || !locale || !organisation) return c.json(refusal('NOT_FOUND', 404), 404)
    const content = sealedReportPdf(report, { locale, organisation })
    const links = { sealCheck: sealCheckLink(reportingUrl, report.seal.code) }
    try {
      const pdf = await reportPrinter.print({ content, locale, links })
      return c.body(pdf, 200, {
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="privacy-report-${report.scorecard.period}-${locale}.pdf"`,
      })
    } catch (error) {
      if (!(error instanceof ReportNotPrinted)) throw error
      const { code, cause } = error
      log({ level: 'error', event: 'report-not-printed', code, errorId: requestId(), message: String(cause ?? '') })
      // The browser opens the link directly, so the response has to be readable text.
      return c.text(messages(locale).report.notPrinted[code], 503, { 'retry-after': '30' })
    }
  })
}
