import { csv } from '@wayproof/evidence/import/csv/csv'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { publicReport, sealedReportPdf } from '@wayproof/letters/pdf/sealed-report-pdf'
import { day, periodName } from '@wayproof/messages/date-format'
import { goalCells, goalHeadings } from '@wayproof/messages/goal-cells'
import { messages } from '@wayproof/messages/messages'
import type { ReportStore } from '@wayproof/oversight/public-reports/report-store'
import type { Context } from 'hono'
import { html, Layout } from '../components/layout.tsx'
import { LineField } from '../components/line-field.tsx'
import type { ProductPage } from '../http/page.ts'
import { PATHS } from '../http/paths.ts'
import { notice, requestPage } from '../http/request-page.ts'
import type { SurveyApp } from '../survey-app.ts'
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

/** @jsxRuntime automatic */
/** The published reports, newest first. */
function reportListPage(page: ProductPage, periods: readonly string[]): string {
  const { list } = messages(page.locale).report
  return html(
    <Layout page={page} title={list.title} languages="link">
      <h1>{list.title}</h1>
      {periods.length === 0 ? <p>{list.none}</p> : null}
      {periods.map((period) => (
        <p key={period}>
          <a className="way" href={`/report/${period}?lang=${page.linkLanguage}`}>
            {periodName(period, page.locale)}
          </a>
        </p>
      ))}
    </Layout>,
  )
}

/** @jsxRuntime automatic */
type Checked = Awaited<ReturnType<ReportStore['check']>>

/** The form for a seal code, and the result for the last one. */
function sealCheckPage(page: ProductPage, code: string, checked: Checked | null): string {
  const words = messages(page.locale).report.sealCheck
  return html(
    <Layout page={page} title={words.title} languages="link">
      <h1>{words.title}</h1>
      {checked?.ok && <Result page={page} report={checked.value} />}
      <form action={PATHS.sealCheck}>
        <input type="hidden" name="lang" value={page.linkLanguage} />
        <LineField
          id="code"
          name="code"
          label={words.code}
          hint={words.lead}
          fault={checked?.ok === false ? words.mistyped : null}
          value={code}
        />
        <p>
          <button className="go" type="submit">
            {words.check}
          </button>
        </p>
      </form>
    </Layout>,
  )
}

type Report = Extract<Checked, { ok: true }>['value']

function Result({ page, report }: { readonly page: ProductPage; readonly report: Report }) {
  const { locale } = page
  const words = messages(locale).report.sealCheck
  if (report === null) return <p role="status">{words.unknown}</p>
  const { period, version, sealedOn, replaced, intact } = report
  return (
    <div role="status">
      <p>{intact ? words.valid(periodName(period, locale), version, day(sealedOn, locale)) : words.altered}</p>
      {replaced ? <p>{words.replaced}</p> : null}
      <p>
        <a className="way" href={`${PATHS.reports}/${period}?lang=${page.linkLanguage}`}>
          {words.open}
        </a>
      </p>
    </div>
  )
}
