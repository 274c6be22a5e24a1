import { csv } from '@wayproof/evidence/import/csv/csv'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { publicReport, sealedReportPdf } from '@wayproof/letters/pdf/sealed-report-pdf'
import { goalCells, goalHeadings } from '@wayproof/messages/goal-cells'
import { messages } from '@wayproof/messages/messages'
import type { Context } from 'hono'
import { PATHS } from '../http/paths.ts'
import { notice, requestPage } from '../http/request-page.ts'
import type { SurveyApp } from '../survey-app.ts'
import { reportListPage } from './report-list-page.tsx'
import { reportPage } from './report-page.tsx'
import { sealCheckPage } from './seal-check-page.tsx'

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

/** A published report as a page. The response for any other period does not reveal if there is a report. */
export async function getPublicReport(app: SurveyApp, c: Context): Promise<Response> {
  const found = await publishedReport(app, c)
  if (!found) return notice(app, c, 'link-unknown')
  const { page, report, choices } = found
  const { period } = report.scorecard
  const sealCheck = `${sealCheckOf(app, report.seal.code)}&lang=${page.linkLanguage}`
  return c.html(reportPage(page, publicReport(report, choices), { period, sealCheck }))
}

/** The goals of a published report and of the same half of earlier years as CSV. */
export async function getReportCsv(app: SurveyApp, c: Context): Promise<Response> {
  const found = await publishedReport(app, c)
  if (!found) return notice(app, c, 'link-unknown')
  const { report, choices } = found
  const rows = [...report.earlier, report.scorecard].flatMap(({ period, verdicts }) =>
    verdicts.map((verdict) => goalCells(period, verdict, choices.locale)),
  )
  return c.body(csv([goalHeadings(choices.locale), ...rows]), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="privacy-report-${report.scorecard.period}.csv"`,
  })
}

/** A published report as PDF. */
export async function getReportPdf(app: SurveyApp, c: Context): Promise<Response> {
  const found = await publishedReport(app, c)
  if (!found) return notice(app, c, 'link-unknown')
  const { report, choices } = found
  const { locale } = choices
  const links = { sealCheck: sealCheckOf(app, report.seal.code) }
  // All that the content depends on beside the sealed figures and what came of earlier promises.
  const key = JSON.stringify([report.seal.code, report.cameOf, choices, links])
  try {
    const pdf = await app.reportPdfs.pdf(key, () => ({ content: sealedReportPdf(report, choices), locale, links }))
    const name = `privacy-report-${report.scorecard.period}-${locale}.pdf`
    return c.body(pdf, 200, { 'content-type': 'application/pdf', 'content-disposition': `inline; filename="${name}"` })
  } catch (error) {
    app.log({ level: 'error', event: 'report-not-printed', message: String(error) })
    return c.text(messages(locale).report.notPrinted.failed, 503, { 'retry-after': '60' })
  }
}

/** Says which published report a seal code belongs to. */
export async function getSealCheck(app: SurveyApp, c: Context): Promise<Response> {
  const code = (c.req.query('code') ?? '').slice(0, LONGEST_CODE)
  const page = await requestPage(app, c.req)
  const checked = code.trim() === '' ? null : await app.publicReports.check(code)
  return c.html(sealCheckPage(page, code, checked))
}

const LONGEST_CODE = 100

const sealCheckOf = ({ surveyUrl }: SurveyApp, code: string) => `${surveyUrl}${PATHS.sealCheck}?code=${code}`

async function publishedReport(app: SurveyApp, c: Context) {
  const period = c.req.param('period') ?? ''
  const page = await requestPage(app, c.req)
  const published = (await app.publicReports.published()).find((report) => report.period === period)
  const report = published ? await app.publicReports.sealed(period) : null
  if (!published || !report || !page.organisation) return null
  const where = {
    on: dateAt(published.at, app.survey.timeZone),
    address: `${app.surveyUrl}${PATHS.reports}/${period}`,
  }
  return { page, report, choices: { locale: page.locale, organisation: page.organisation, published: where } }
}
