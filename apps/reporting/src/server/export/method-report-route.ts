import { messages } from '@wayproof/messages/messages'
import { Hono } from 'hono'
import { refusal } from '../http/refusal.ts'
import { methodReportHtml } from '../method-report/method-report-html.ts'
import { waveMethodReport } from '../method-report/wave-method-report.ts'
import { type Services, signedIn } from '../trpc/context.ts'
import { locale, ofWave } from '../trpc/input.ts'

const reportInput = ofWave.extend({ locale })

/** `GET /export/method-report.html?period=&locale=`: the method of a wave as an HTML download. */
export function methodReportRoute(services: Services): Hono {
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
