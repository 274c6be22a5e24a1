import { publicReport } from '@wayproof/letters'
import type { Context } from 'hono'
import { notice, requestPage } from '../http/request-page.ts'
import type { SurveyApp } from '../survey-app.ts'
import { reportListPage } from './report-list-page.tsx'
import { reportPage } from './report-page.tsx'

/** Lists the published reports. */
export async function getPublicReports(app: SurveyApp, c: Context): Promise<Response> {
  const published = await app.publicReports.published()
  return c.html(
    reportListPage(
      await requestPage(app, c.req),
      published.map(({ period }) => period),
    ),
  )
}

/** Shows a published report. The response for any other period does not reveal if there is a report. */
export async function getPublicReport(app: SurveyApp, c: Context): Promise<Response> {
  const period = c.req.param('period') ?? ''
  const page = await requestPage(app, c.req)
  const isPublished = (await app.publicReports.published()).some((report) => report.period === period)
  const report = isPublished ? await app.publicReports.sealed(period) : null
  if (!report || !page.organisation) return notice(app, c, 'link-unknown')
  const choices = { locale: page.locale, organisation: page.organisation }
  return c.html(reportPage(page, publicReport(report, choices)))
}
