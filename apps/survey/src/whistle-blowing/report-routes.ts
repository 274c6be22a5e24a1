import { messageFault } from '@wayproof/evidence/conversation/written-message'
import { showOwnReport } from '@wayproof/evidence/whistle-blowing/show-report'
import { writeToHandler } from '@wayproof/evidence/whistle-blowing/write-to-handler'
import { messages } from '@wayproof/messages/messages'
import type { Context } from 'hono'
import { donePage, findByCode } from '../conversation/find-form.tsx'
import { withCode } from '../conversation/with-code.ts'
import type { ProductPage } from '../http/page.ts'
import { PATHS } from '../http/paths.ts'
import { requestPage } from '../http/request-page.ts'
import { tooManyTries } from '../http/wrong-try.ts'
import { afterAct, toDone } from '../receipt/done-cookie.ts'
import type { SurveyApp } from '../survey-app.ts'
import { reportPage } from './report-page.tsx'

/** Asks for a case code. The report is shown in response to a POST, so that no URL contains the code. */
export async function getReport(app: SurveyApp, c: Context): Promise<Response> {
  return c.html(findPage(await requestPage(app, c.req), null))
}

export function postReport(app: SurveyApp, c: Context): Promise<Response> {
  return withCode(app, c, (_, caseCode) => showAgain(app, c, caseCode, ''))
}

/** Adds a message; if only the language changes, shows the report with the input. */
export function postReportMessage(app: SurveyApp, c: Context): Promise<Response> {
  return withCode(app, c, async (fields, caseCode) => {
    const text = fields.text ?? ''
    if (fields.lang !== undefined) return showAgain(app, c, caseCode, text)
    const outcome = await writeToHandler(app.whistle, { caseCode, text })
    if (outcome.ok) return toDone(app, c, PATHS.whistleWritten)
    return showAgain(app, c, caseCode, text, outcome.fault.code)
  })
}

export function getReportWritten(app: SurveyApp, c: Context): Promise<Response> {
  return afterAct(app, c, PATHS.whistleReport, async () => {
    const page = await requestPage(app, c.req)
    const { shown, form } = messages(page.locale).whistleBlowing
    return donePage(page, { ...shown.written, link: { path: PATHS.whistleReport, label: form.find } })
  })
}

function findPage(page: ProductPage, unknown: string | null): string {
  const { whistleBlowing, rights } = messages(page.locale)
  return findByCode(page, PATHS.whistleReport, { hint: rights.find.hint, ...whistleBlowing.find }, unknown)
}

async function showAgain(
  app: SurveyApp,
  c: Context,
  caseCode: string,
  text: string,
  fault?: 'report-unknown' | 'report-full' | 'text-invalid',
): Promise<Response> {
  const ownReport = await showOwnReport(app.whistle, { caseCode })
  if (!ownReport.ok) {
    // The same response for every unknown code, except for the code itself, which remains in the field.
    const wait = await tooManyTries(app, c, 'reportCodes')
    return wait ?? c.html(findPage(await requestPage(app, c.req), caseCode.slice(0, 100)), 404)
  }
  const view = { page: await requestPage(app, c.req), view: ownReport.value, caseCode, text }
  if (fault === undefined) return c.html(reportPage(view))
  const textFault = fault === 'text-invalid' ? messageFault(text) : null
  return c.html(reportPage({ ...view, ...(textFault ? { fault: textFault } : { isFull: true }) }), 422)
}
