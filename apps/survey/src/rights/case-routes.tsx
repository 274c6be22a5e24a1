import { LONGEST_MESSAGE, type MessageFault, messageFault } from '@wayproof/evidence/conversation/written-message'
import { checkIdentity } from '@wayproof/evidence/rights/check-identity'
import { sendCode } from '@wayproof/evidence/rights/send-code'
import { type ShownCase, showOwnCase } from '@wayproof/evidence/rights/show-case'
import { writeMessage } from '@wayproof/evidence/rights/write-message'
import { day } from '@wayproof/messages/date-format'
import type { Messages } from '@wayproof/messages/en'
import { messages } from '@wayproof/messages/messages'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { FORM_ID, html, Layout } from '../components/layout.tsx'
import { FieldErrors, TextField } from '../components/line-field.tsx'
import { Contact } from '../components/trust-panel.tsx'
import { donePage, FactList, findByCode } from '../conversation/case-forms.tsx'
import { codeOfCookie, toCodePage, withCode } from '../conversation/code-cookie.ts'
import { longestMessage, messageSentence } from '../conversation/message-sentence.ts'
import type { ProductPage } from '../http/page.ts'
import { pageCookie } from '../http/page-cookie.ts'
import { PATHS } from '../http/paths.ts'
import { requestLanguage, requestPage } from '../http/request-page.ts'
import { tooManyTries } from '../http/wrong-try.ts'
import { afterAct, toDone } from '../receipt/done-cookie.ts'
import type { SurveyApp } from '../survey-app.ts'
import { checkPage, type MailedLetter } from './check-page.tsx'

const MAILED = { name: 'case', path: PATHS.rightsCode }
/** Name of a second cookie, beside the case code, with the status of the emailed code. */
const LETTER = 'letter'

/** Asks for a case code. The case is shown in response to a POST, so that no URL contains the code. */
export async function getCase(app: SurveyApp, c: Context): Promise<Response> {
  return c.html(findPage(await requestPage(app, c.req), null))
}

export function postCase(app: SurveyApp, c: Context): Promise<Response> {
  return withCode(app, c, (_, caseCode) => showAgain(app, c, caseCode, ''))
}

/** Adds a message; if only the language changes, shows the case with the input. */
export function postMessage(app: SurveyApp, c: Context): Promise<Response> {
  return withCode(app, c, async (fields, caseCode) => {
    const text = fields.text ?? ''
    if (fields.lang !== undefined) return showAgain(app, c, caseCode, text)
    const outcome = await writeMessage(app.rights, { caseCode, text })
    if (outcome.ok) return toDone(app, c, PATHS.rightsWritten)
    return showAgain(app, c, caseCode, text, outcome.fault.code)
  })
}

/** Emails another code. */
export function postCode(app: SurveyApp, c: Context): Promise<Response> {
  return withCode(app, c, async (_, caseCode) => {
    const outcome = await sendCode(app.rights, { caseCode })
    if (!outcome.ok) return refuse(app, c, caseCode)
    const letter: MailedLetter = outcome.value.limited ? 'none' : 'sent'
    c.header('Set-Cookie', pageCookie(app.surveyUrl, LETTER, letter, MAILED.path))
    return toCodePage(app, c, MAILED, caseCode)
  })
}

/** Asks for the emailed code. A reader who did not request one is asked for the case code. */
export async function getCode(app: SurveyApp, c: Context): Promise<Response> {
  const caseCode = codeOfCookie(c, MAILED)
  if (caseCode === '') return c.redirect(`${PATHS.rightsCase}?lang=${await requestLanguage(app, c.req)}`, 303)
  const letter = getCookie(c, LETTER) === 'none' ? 'none' : 'sent'
  return c.html(checkPage(await requestPage(app, c.req), { caseCode, error: null, letter }))
}

/** The response is the same whether the case or the code is wrong. */
export function postCheck(app: SurveyApp, c: Context): Promise<Response> {
  return withCode(app, c, async (fields, caseCode) => {
    const digits = (fields.digits ?? '').slice(0, 100)
    const page = await requestPage(app, c.req)
    if (fields.lang !== undefined) return c.html(checkPage(page, { caseCode: caseCode.slice(0, 100), error: null }))
    const checked = await checkIdentity(app.rights, { caseCode, mailedCode: digits })
    if (checked.ok) return toDone(app, c, PATHS.rightsChecked)
    const wait = await tooManyTries(app, c, 'cases')
    return wait ?? c.html(checkPage(page, { caseCode: caseCode.slice(0, 100), error: digits }), 422)
  })
}

export function getChecked(app: SurveyApp, c: Context): Promise<Response> {
  return tellDone(app, c, ({ check }) => check.done)
}

export function getWritten(app: SurveyApp, c: Context): Promise<Response> {
  return tellDone(app, c, ({ shown }) => shown.written)
}

function tellDone(app: SurveyApp, c: Context, wordsOf: (words: Messages['rights']) => Done): Promise<Response> {
  return afterAct(app, c, PATHS.rightsCase, async () => {
    const page = await requestPage(app, c.req)
    return rightsDonePage(page, wordsOf(messages(page.locale).rights))
  })
}

/** The same response for every unknown code, except for the code itself, which remains in the field. */
async function refuse(app: SurveyApp, c: Context, caseCode: string): Promise<Response> {
  const wait = await tooManyTries(app, c, 'cases')
  return wait ?? c.html(findPage(await requestPage(app, c.req), caseCode.slice(0, 100)), 404)
}

async function showAgain(
  app: SurveyApp,
  c: Context,
  caseCode: string,
  text: string,
  fault?: 'case-unknown' | 'case-full' | 'text-invalid',
): Promise<Response> {
  const ownCase = await showOwnCase(app.rights, { caseCode })
  if (!ownCase.ok) return refuse(app, c, caseCode)
  const view = { page: await requestPage(app, c.req), view: ownCase.value, caseCode, text }
  if (fault === undefined) return c.html(casePage(view))
  const textFault = fault === 'text-invalid' ? messageFault(text) : null
  return c.html(casePage({ ...view, ...(textFault ? { fault: textFault } : { isFull: true }) }), 422)
}

/** Asks for the case code of a request. */
const findPage = (page: ProductPage, unknown: string | null): string =>
  findByCode(page, PATHS.rightsCase, messages(page.locale).rights.find, unknown)

interface Done {
  readonly title: string
  readonly text: string
}

/** Confirms an action. */
const rightsDonePage = (page: ProductPage, texts: Done): string =>
  donePage(page, { ...texts, link: { path: PATHS.rightsCase, label: messages(page.locale).rights.form.find } })

/** @jsxRuntime automatic */
interface CasePage {
  readonly page: ProductPage
  readonly view: ShownCase
  readonly caseCode: string
  /** Input of the message field. */
  readonly text: string
  readonly fault?: MessageFault
  /** True if the case accepts no further message. */
  readonly isFull?: boolean
}

/** Shows a case to its requester, with all messages. The form contains the code; no URL does. */
function casePage({ page, view, caseCode, text, fault, isFull = false }: CasePage): string {
  const { linkLanguage, locale, words } = page
  const { form, shown: texts, kinds, statuses, outcomes } = messages(locale).rights
  const { kind, status, outcome, receivedOn, dueOn, extendedOn, addressDroppedOn } = view.case
  const isFlooded = outcome === 'flood'
  const title = texts.title(kinds[kind])
  const error = messageSentence(form, fault, text)
  const facts = [
    [texts.state, statuses[status]],
    [texts.received, day(receivedOn, locale)],
    ...(status === 'closed' || dueOn === null ? [] : [[texts.due, day(dueOn, locale)] as const]),
    ...(extendedOn === null ? [] : [[texts.extended, day(extendedOn, locale)] as const]),
    ...(outcome === null ? [] : [[texts.outcome, outcomes[outcome]] as const]),
  ] as const
  return html(
    <Layout
      page={page}
      title={error === null ? title : `${words.errors.titlePrefix}${title}`}
      languages="form"
      path={PATHS.rightsMessage}
    >
      <h1>{title}</h1>
      <FieldErrors page={page} heading={form.heading} fields={[{ id: 'text', label: texts.write, error }]} />
      <FactList
        lines={[
          ...facts,
          ...view.messages.map(
            ({ purpose, day: date, text: body }) => [texts.said[purpose](day(date, locale)), body] as const,
          ),
        ]}
      />
      {addressDroppedOn !== null && status !== 'closed' && <p className="soft">{texts.dropped}</p>}
      {isFull && (
        <p className="err" role="alert">
          {texts.full} <Contact page={page} />
        </p>
      )}
      <form id={FORM_ID} method="post" action={`${PATHS.rightsMessage}?lang=${linkLanguage}`}>
        <input type="hidden" name="case" value={caseCode} />
        {isFlooded && <p>{texts.flooded}</p>}
        {status === 'closed' && !isFlooded ? (
          <p className="soft">{texts.closed}</p>
        ) : (
          <>
            <TextField
              id="text"
              label={texts.write}
              hint={texts.writeHint(longestMessage(locale))}
              fault={error}
              maxLength={LONGEST_MESSAGE}
              value={text}
            />
            <button className="go" type="submit">
              {texts.send}
            </button>
          </>
        )}
        {status === 'received' && view.contact !== null && (
          <p>
            <button className="lang" type="submit" formAction={`${PATHS.rightsCode}?lang=${linkLanguage}`}>
              {messages(locale).rights.check.title}
            </button>
          </p>
        )}
      </form>
    </Layout>,
  )
}
