import { LONGEST_MESSAGE, type MessageFault, messageFault } from '@wayproof/evidence/conversation/written-message'
import { type ShownReport, showOwnReport } from '@wayproof/evidence/whistle-blowing/show-report'
import { acknowledgementDue, feedbackDue } from '@wayproof/evidence/whistle-blowing/whistle-report'
import { writeToHandler } from '@wayproof/evidence/whistle-blowing/write-to-handler'
import { day } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import type { Context } from 'hono'
import { FORM_ID, html, Layout } from '../components/layout.tsx'
import { FieldErrors, TextField } from '../components/line-field.tsx'
import { donePage, FactList, findByCode } from '../conversation/case-forms.tsx'
import { withCode } from '../conversation/code-cookie.ts'
import { longestMessage, messageSentence } from '../conversation/message-sentence.ts'
import type { ProductPage } from '../http/page.ts'
import { PATHS } from '../http/paths.ts'
import { requestPage } from '../http/request-page.ts'
import { tooManyTries } from '../http/wrong-try.ts'
import { afterAct, toDone } from '../receipt/done-cookie.ts'
import type { SurveyApp } from '../survey-app.ts'

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

/** @jsxRuntime automatic */
interface ReportPage {
  readonly page: ProductPage
  readonly view: ShownReport
  readonly caseCode: string
  /** Input of the message field. */
  readonly text: string
  readonly fault?: MessageFault
  /** True if the report accepts no further message. */
  readonly isFull?: boolean
}

/** Shows a report to its reporter, with all messages. The form contains the code; no URL does. */
function reportPage({ page, view, caseCode, text, fault, isFull = false }: ReportPage): string {
  const { linkLanguage, locale, words } = page
  const { whistleBlowing, rights } = messages(locale)
  const { shown: texts } = whistleBlowing
  const { report } = view
  const isFlooded = report.outcome === 'flood'
  const isClosed = report.status === 'closed'
  const error = messageSentence(rights.form, fault, text)
  const isWaiting = !isClosed && report.feedbackOn === null
  const lines = [
    [texts.state, whistleBlowing.statuses[report.status]],
    [texts.received, day(report.receivedOn, locale)],
    report.acknowledgedOn === null
      ? [texts.acknowledgedBy, day(acknowledgementDue(report.receivedOn), locale)]
      : [texts.acknowledged, day(report.acknowledgedOn, locale)],
    ...(report.examinedOn === null ? [] : [[texts.examined, day(report.examinedOn, locale)] as const]),
    ...(isWaiting ? [[texts.feedbackBy, day(feedbackDue(report), locale)] as const] : []),
    ...(report.outcome === null ? [] : [[texts.outcome, whistleBlowing.outcomes[report.outcome]] as const]),
    ...view.messages.map(
      ({ purpose, day: date, text: body }) => [texts.said[purpose](day(date, locale)), body] as const,
    ),
  ] as const
  return html(
    <Layout
      page={page}
      title={error === null ? texts.title : `${words.errors.titlePrefix}${texts.title}`}
      languages="form"
      path={PATHS.whistleMessage}
      hasFooterLinks={false}
    >
      <h1>{texts.title}</h1>
      <FieldErrors
        page={page}
        heading={whistleBlowing.form.heading}
        fields={[{ id: 'text', label: texts.write, error }]}
      />
      <FactList lines={lines.map(([name, value]) => [name ?? '', value ?? ''] as const)} />
      {isFull && (
        <p className="err" role="alert">
          {texts.full}
        </p>
      )}
      <form id={FORM_ID} method="post" action={`${PATHS.whistleMessage}?lang=${linkLanguage}`}>
        <input type="hidden" name="case" value={caseCode} />
        {isFlooded && <p>{texts.flooded}</p>}
        {isClosed && !isFlooded ? (
          <p className="soft">{texts.closed}</p>
        ) : (
          <>
            <TextField
              id="text"
              label={texts.write}
              hint={rights.shown.writeHint(longestMessage(locale))}
              fault={error}
              maxLength={LONGEST_MESSAGE}
              value={text}
            />
            <button className="go" type="submit">
              {rights.shown.send}
            </button>
          </>
        )}
      </form>
    </Layout>,
  )
}
