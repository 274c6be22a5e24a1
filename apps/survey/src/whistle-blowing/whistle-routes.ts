import { showOwnReport } from '@wayproof/evidence/whistle-blowing/show-report'
import { takeReport } from '@wayproof/evidence/whistle-blowing/take-report'
import { newSecretCode, readSecretCode } from '@wayproof/kernel/secrets/secret-code'
import type { Context } from 'hono'
import { codeOfCookie, toCodePage } from '../conversation/code-cookie.ts'
import { PATHS } from '../http/paths.ts'
import { tooManyPosts } from '../http/posted-form.ts'
import { readOurForm } from '../http/read-our-form.ts'
import { notice, requestLanguage, requestLocale, requestPage } from '../http/request-page.ts'
import type { SurveyApp } from '../survey-app.ts'
import { reportSentPage } from './report-sent-page.tsx'
import { NOTHING_TYPED, readReport, type TypedReport } from './typed-report.ts'
import { channelClosedPage, whistlePage } from './whistle-page.tsx'

const COOKIE = { name: 'report', path: PATHS.whistleSent }

export async function getWhistle(app: SurveyApp, c: Context): Promise<Response> {
  if (!(await app.whistle.reports.hasHandler())) return channelClosed(app, c)
  return c.html(whistlePage(await requestPage(app, c.req), NOTHING_TYPED, newSecretCode(app.whistle.tokens)))
}

/** Stores a report, or shows the form again with all input. */
export async function postWhistle(app: SurveyApp, c: Context): Promise<Response> {
  const form = await readOurForm(app, c)
  if (!form.ok) return notice(app, c, form.fault.code)
  const fields = form.value
  const formCode = readSecretCode(fields.form ?? '') ?? newSecretCode(app.whistle.tokens)
  const showAgain = async (faults: TypedReport['faults'], status: 200 | 422) =>
    c.html(whistlePage(await requestPage(app, c.req), { fields, faults }, formCode), status)
  // The language button only requests the form in the other language.
  if (fields.lang !== undefined) return showAgain({}, 200)
  const report = readReport(fields)
  if ('faults' in report) return showAgain(report.faults, 422)
  const wait = await tooManyPosts(app, c, 'reports')
  if (wait) return wait
  const outcome = await takeReport(app.whistle, { ...report.read, formCode, locale: requestLocale(app, c.req) })
  if (outcome.ok) return toCodePage(app, c, COOKIE, outcome.value.caseCode)
  return outcome.fault.code === 'no-handler' ? channelClosed(app, c) : showAgain({ text: 'required' }, 422)
}

/** Shows the case code. Without the cookie, or after it has expired, the page asks for the code. */
export async function getReportSent(app: SurveyApp, c: Context): Promise<Response> {
  const caseCode = codeOfCookie(c, COOKIE)
  const ownReport = await showOwnReport(app.whistle, { caseCode })
  if (!ownReport.ok) return c.redirect(`${PATHS.whistleReport}?lang=${await requestLanguage(app, c.req)}`, 303)
  const address = `${app.surveyUrl}${PATHS.whistleReport}`
  return c.html(
    reportSentPage({ page: await requestPage(app, c.req), sentReport: ownReport.value.report, caseCode, address }),
  )
}

const channelClosed = async (app: SurveyApp, c: Context): Promise<Response> =>
  c.html(channelClosedPage(await requestPage(app, c.req)), 503)
