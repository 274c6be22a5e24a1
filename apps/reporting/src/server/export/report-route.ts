import { LOCALES } from '@wayproof/kernel/people/locale'
import { sealCheckLink } from '@wayproof/letters/letter/links'
import { sealedReportPdf } from '@wayproof/letters/pdf/sealed-report-pdf'
import { Hono } from 'hono'
import { refusal } from '../http/refusal.ts'
import { type Services, signedIn } from '../trpc/context.ts'
import { halfYearKey } from '../trpc/input.ts'
import { sendPdf } from './send-pdf.ts'

/** `GET /export/report/:period/:locale`: the report of a closed half-year as PDF. */
export function reportRoute(services: Services): Hono {
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
