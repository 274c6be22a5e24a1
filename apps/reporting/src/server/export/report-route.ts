import { LOCALES } from '@wayproof/kernel'
import { reportPdf, sealedReportContent } from '@wayproof/letters'
import { Hono } from 'hono'
import { type Parts, signedIn } from '../context.ts'
import { halfYearKey } from '../input.ts'
import { refusal } from '../refusal.ts'

/** `GET /export/report/:period/:locale`: the report of a closed half-year as PDF. */
export function reportRoute(parts: Parts): Hono {
  const { store } = parts
  return new Hono().get('/report/:period/:locale', async (c) => {
    if (!(await signedIn(parts, c.req.raw.headers))) return c.json(refusal('UNAUTHORIZED', 401), 401)
    const period = halfYearKey.safeParse(c.req.param('period'))
    const locale = LOCALES.find((each) => each === c.req.param('locale'))
    const report = period.success && locale ? await store.publicReports.sealed(period.data) : null
    const organisation = await store.organisation.get()
    if (!report || !locale || !organisation) return c.json(refusal('NOT_FOUND', 404), 404)
    const content = sealedReportContent(report, { locale, organisation, publicly: false })
    return c.body(new Uint8Array(await reportPdf(content, locale)), 200, {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="privacy-report-${report.scorecard.period}-${locale}.pdf"`,
    })
  })
}
