import { LONGEST_MESSAGE, type MessageFault, messageFault } from '@wayproof/evidence/conversation/written-message'
import { openCase } from '@wayproof/evidence/rights/open-case'
import { RIGHTS_KINDS, type RightsCase, type RightsKind } from '@wayproof/evidence/rights/rights-case'
import { RIGHTS_REGIMES, type RightsRegime } from '@wayproof/evidence/rights/rights-clock'
import { showOwnCase } from '@wayproof/evidence/rights/show-case'
import { parseEmail } from '@wayproof/kernel/people/email'
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
import { CheckForm } from './check-page.tsx'

const COOKIE = { name: 'case', path: PATHS.rightsSent }

export async function getRights(app: SurveyApp, c: Context): Promise<Response> {
  return c.html(rightsPage(await requestPage(app, c.req), { fields: {}, faults: {} }, newSecretCode(app.rights.tokens)))
}

/** Stores a request, or shows the form again with all input. */
export async function postRights(app: SurveyApp, c: Context): Promise<Response> {
  const form = await readOurForm(app, c)
  if (!form.ok) return notice(app, c, form.fault.code)
  const fields = form.value
  const formCode = readSecretCode(fields.form ?? '') ?? newSecretCode(app.rights.tokens)
  const showAgain = async (faults: TypedRequest['faults'], status: 200 | 422) =>
    c.html(rightsPage(await requestPage(app, c.req), { fields, faults }, formCode), status)
  // The language button only requests the form in the other language.
  if (fields.lang !== undefined) return showAgain({}, 200)
  const request = readRequest(fields)
  if (!isRead(request)) return showAgain(request, 422)
  const wait = await tooManyPosts(app, c, 'requests')
  if (wait) return wait
  const opening = await openCase(app.rights, { ...request, formCode, locale: requestLocale(app, c.req) })
  return opening.ok ? toSent(app, c, opening.value.caseCode) : showAgain({ text: 'required' }, 422)
}

/** Redirects to the page that shows the case code. */
export const toSent = (app: SurveyApp, c: Context, caseCode: string): Promise<Response> =>
  toCodePage(app, c, COOKIE, caseCode)

/** Shows the case code. Without the cookie, or after it has expired, the page asks for the code. */
export async function getSent(app: SurveyApp, c: Context): Promise<Response> {
  const caseCode = codeOfCookie(c, COOKIE)
  const ownCase = await showOwnCase(app.rights, { caseCode })
  if (!ownCase.ok) return c.redirect(`${PATHS.rightsCase}?lang=${await requestLanguage(app, c.req)}`, 303)
  const address = `${app.surveyUrl}${PATHS.rightsCase}`
  return c.html(sentPage({ page: await requestPage(app, c.req), sentCase: ownCase.value.case, caseCode, address }))
}

/** @jsxRuntime automatic */
/** The form for a request or complaint. */
function rightsPage(page: ProductPage, { fields, faults }: TypedRequest, formCode: string): string {
  const { locale } = page
  const { form } = messages(locale).rights
  const text = fields.text ?? ''
  const errors = {
    kind: faults.kind ? form.choose : null,
    text: messageSentence(form, faults.text, text),
    regime: faults.regime ? form.choose : null,
    email: faults.email ? form.notAnAddress : null,
  }
  const fieldsSaid = [
    { id: 'kind', label: form.kind, error: errors.kind },
    { id: 'text', label: form.about, error: errors.text },
    { id: 'regime', label: form.place, error: errors.regime },
    { id: 'email', label: form.email, error: errors.email },
  ]
  const lead = <p className="soft">{form.text}</p>
  const paths = { path: PATHS.rights, findPath: PATHS.rightsCase }
  return html(
    <BeginForm page={page} {...paths} words={form} lead={lead} fields={fieldsSaid} formCode={formCode}>
      <Choices
        id="kind"
        legend={form.kind}
        hint={null}
        fault={errors.kind}
        options={RIGHTS_KINDS.map((code) => ({ code, label: form.kinds[code] }))}
        selected={fields.kind ?? ''}
      />
      <TextField
        id="text"
        label={form.about}
        hint={form.aboutHint(longestMessage(locale))}
        fault={errors.text}
        maxLength={LONGEST_MESSAGE}
        value={text}
      />
      <Choices
        id="regime"
        legend={form.place}
        hint={form.placeHint}
        fault={errors.regime}
        options={RIGHTS_REGIMES.map((code) => ({ code, label: form.places[code] }))}
        selected={fields.regime ?? ''}
      />
      <LineField
        id="email"
        name="email"
        label={form.email}
        hint={form.emailHint}
        fault={errors.email}
        value={(fields.email ?? '').slice(0, 320)}
        kind="email"
      />
    </BeginForm>,
  )
}

/** @jsxRuntime automatic */
interface SentPage {
  readonly page: ProductPage
  readonly sentCase: RightsCase
  readonly caseCode: string
  /** The URL where the case code is used. */
  readonly address: string
}

/** Shown after a request is on disk: its code, and the identity check if there is an address. */
function sentPage({ page, sentCase, caseCode, address }: SentPage): string {
  const { sent: words } = messages(page.locale).rights
  const needsCheck = !sentCase.anonymous && sentCase.status === 'received'
  return html(
    <Layout page={page} title={words.title} languages="none">
      <h1>{words.title}</h1>
      <p>{sentCase.dueOn === null ? words.noTerm : words.due(day(sentCase.dueOn, page.locale))}</p>
      <CaseCode
        page={page}
        words={words}
        caseCode={caseCode}
        link={`${PATHS.rightsCase}?lang=${page.linkLanguage}`}
        address={address}
      />
      {needsCheck && (
        <>
          <h2>{words.check}</h2>
          <CheckForm page={page} caseCode={caseCode} error={null} />
        </>
      )}
    </Layout>,
  )
}

type Fields = Readonly<Record<string, string>>

interface RequestFaults {
  readonly kind?: 'required'
  readonly regime?: 'required'
  readonly text?: MessageFault
  readonly email?: 'invalid'
}

/** The state of the form: blank at first, later the input and its faults. */
interface TypedRequest {
  readonly fields: Fields
  readonly faults: RequestFaults
}

interface ReadRequest {
  readonly kind: RightsKind
  readonly regime: RightsRegime
  readonly text: string
  readonly contact: string | null
}

/** Reads the request from the form fields, or the fault of each. An empty address means none. */
function readRequest(fields: Fields): ReadRequest | RequestFaults {
  const kind = RIGHTS_KINDS.find((candidate) => candidate === fields.kind)
  const regime = RIGHTS_REGIMES.find((candidate) => candidate === fields.regime)
  const text = fields.text ?? ''
  const email = (fields.email ?? '').trim()
  const contact = email === '' ? null : parseEmail(email)
  const textFault = messageFault(text)
  const isInvalid = email !== '' && contact === null
  if (kind && regime && textFault === null && !isInvalid) return { kind, regime, text, contact }
  return {
    ...(!kind && { kind: 'required' }),
    ...(!regime && { regime: 'required' }),
    ...(textFault !== null && { text: textFault }),
    ...(isInvalid && { email: 'invalid' }),
  }
}

const isRead = (request: ReadRequest | RequestFaults): request is ReadRequest => 'contact' in request
