import { LONGEST_MESSAGE, type MessageFault, messageFault } from '@wayproof/evidence/conversation/written-message'
import { showOwnReport } from '@wayproof/evidence/whistle-blowing/show-report'
import { takeReport } from '@wayproof/evidence/whistle-blowing/take-report'
import {
  acknowledgementDue,
  LONGEST_CONTACT,
  REPORTERS,
  type Reporter,
  type WhistleReport,
} from '@wayproof/evidence/whistle-blowing/whistle-report'
import { newSecretCode, readSecretCode } from '@wayproof/kernel/secrets/secret-code'
import { day } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import type { Context } from 'hono'
import { Choices } from '../components/choices.tsx'
import { html, Layout } from '../components/layout.tsx'
import { LineField, TextField } from '../components/line-field.tsx'
import { BeginForm, CaseCode } from '../conversation/case-forms.tsx'
import { codeOfCookie, toCodePage } from '../conversation/code-cookie.ts'
import { longestMessage, messageSentence } from '../conversation/message-sentence.ts'
import type { ProductPage } from '../http/page.ts'
import { PATHS } from '../http/paths.ts'
import { readOurForm, tooManyPosts } from '../http/read-form.ts'
import { notice, requestLanguage, requestLocale, requestPage } from '../http/request-page.ts'
import type { SurveyApp } from '../survey-app.ts'

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

/** @jsxRuntime automatic */
/** The form for a report. */
function whistlePage(page: ProductPage, { fields, faults }: TypedReport, formCode: string): string {
  const { locale } = page
  const { whistleBlowing, rights } = messages(locale)
  const { form } = whistleBlowing
  const text = fields.text ?? ''
  const errors = {
    reporter: faults.reporter ? rights.form.choose : null,
    text: messageSentence(rights.form, faults.text, text, form.empty),
    contact: faults.contact ? form.contactTooLong(LONGEST_CONTACT) : null,
  }
  const fieldsSaid = [
    { id: 'text', label: form.about, error: errors.text },
    { id: 'reporter', label: form.reporter, error: errors.reporter },
    { id: 'contact', label: form.contact, error: errors.contact },
  ]
  const lead = (
    <>
      <p>{form.text}</p>
      <div className="trust">
        <b>{form.trust.title}</b>
        <ul>
          {form.trust.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </div>
    </>
  )
  const paths = { path: PATHS.whistle, findPath: PATHS.whistleReport }
  return html(
    <BeginForm page={page} {...paths} words={form} lead={lead} fields={fieldsSaid} formCode={formCode}>
      <TextField
        id="text"
        label={form.about}
        hint={form.aboutHint(longestMessage(locale))}
        fault={errors.text}
        maxLength={LONGEST_MESSAGE}
        value={text}
      />
      <Choices
        id="reporter"
        legend={form.reporter}
        hint={form.reporterHint}
        fault={errors.reporter}
        options={REPORTERS.map((code) => ({ code, label: form.choices[code] }))}
        selected={fields.reporter ?? ''}
      />
      <LineField
        id="contact"
        name="contact"
        label={form.contact}
        hint={form.contactHint}
        fault={errors.contact}
        value={(fields.contact ?? '').slice(0, 2 * LONGEST_CONTACT)}
        kind="words"
      />
    </BeginForm>,
  )
}

/** Shown while no case handler is appointed. */
function channelClosedPage(page: ProductPage): string {
  const { closed } = messages(page.locale).whistleBlowing
  return html(
    <Layout page={page} title={closed.title} languages="link" path={PATHS.whistle}>
      <h1>{closed.title}</h1>
      <p>{closed.text}</p>
    </Layout>,
  )
}

/** @jsxRuntime automatic */
interface ReportSentPage {
  readonly page: ProductPage
  readonly sentReport: WhistleReport
  readonly caseCode: string
  /** The URL where the case code is used. */
  readonly address: string
}

/** Shown after a report is on disk: its code. */
function reportSentPage({ page, sentReport, caseCode, address }: ReportSentPage): string {
  const { sent: words } = messages(page.locale).whistleBlowing
  return html(
    <Layout page={page} title={words.title} languages="none" hasFooterLinks={false}>
      <h1>{words.title}</h1>
      <p>{words.due(day(acknowledgementDue(sentReport.receivedOn), page.locale))}</p>
      <CaseCode
        page={page}
        words={words}
        caseCode={caseCode}
        link={`${PATHS.whistleReport}?lang=${page.linkLanguage}`}
        address={address}
      />
    </Layout>,
  )
}

type Fields = Readonly<Record<string, string>>

interface ReportFaults {
  readonly reporter?: 'required'
  readonly text?: MessageFault
  readonly contact?: 'too-long'
}

/** The state of the form: blank at first, later the input and its faults. */
interface TypedReport {
  readonly fields: Fields
  readonly faults: ReportFaults
}

const NOTHING_TYPED: TypedReport = { fields: {}, faults: {} }

interface ReadReport {
  readonly reporter: Reporter
  readonly text: string
  readonly contact: string | null
}

/** Reads the report from the form fields, or the fault of each. An empty contact means none. */
function readReport(fields: Fields): { readonly read: ReadReport } | { readonly faults: ReportFaults } {
  const reporter = REPORTERS.find((candidate) => candidate === fields.reporter)
  const text = fields.text ?? ''
  const contact = (fields.contact ?? '').trim()
  const textFault = messageFault(text)
  const isTooLong = contact.length > LONGEST_CONTACT
  if (reporter && textFault === null && !isTooLong)
    return { read: { reporter, text, contact: contact === '' ? null : contact } }
  const faults = {
    ...(!reporter && { reporter: 'required' as const }),
    ...(textFault !== null && { text: textFault }),
    ...(isTooLong && { contact: 'too-long' as const }),
  }
  return { faults }
}
