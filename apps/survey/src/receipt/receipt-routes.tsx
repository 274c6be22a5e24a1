import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { type CalendarDate, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { day } from '@wayproof/messages/date-format'
import type { Answer } from '@wayproof/survey/answers/answer'
import { correctAnswer } from '@wayproof/survey/answers/correct-answer'
import { readReceipt } from '@wayproof/survey/answers/receipt'
import { showAnswer } from '@wayproof/survey/answers/show-answer'
import type { ReceiptFault } from '@wayproof/survey/answers/stored-answer'
import { withdrawAnswer } from '@wayproof/survey/answers/withdraw-answer'
import type { Context } from 'hono'
import { Questions, type QuestionsProps } from '../answering/questions.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { FORM_ID, html, Layout } from '../components/layout.tsx'
import { FieldErrors, LineField } from '../components/line-field.tsx'
import { ContactLine } from '../components/trust-panel.tsx'
import { fieldsOf, isFaulty, NOTHING_TYPED, type TypedAnswer } from '../components/typed-answer.ts'
import type { Page } from '../http/page.ts'
import { PATHS } from '../http/paths.ts'
import { readOurForm } from '../http/read-form.ts'
import { notice, requestLanguage, travelerPage } from '../http/request-page.ts'
import { tooManyTries } from '../http/wrong-try.ts'
import type { SurveyApp } from '../survey-app.ts'
import { AnswerList } from './answer-list.tsx'
import { afterAct, toDone } from './done-cookie.ts'
import { ReceiptLink } from './receipt-link.tsx'

type Fields = Readonly<Record<string, string>>

/** Asks for a code. The answer is shown in response to a POST, so that no URL contains the code. */
export async function getReceipt(app: SurveyApp, c: Context): Promise<Response> {
  return c.html(receiptPage(await travelerPage(app, c.req), null))
}

export function postReceipt(app: SurveyApp, c: Context): Promise<Response> {
  return withForm(app, c, async (_, receipt) => {
    const shownAnswer = await showAnswer(app.survey, { receipt })
    if (!shownAnswer.ok) return refuse(app, c, shownAnswer.fault, receipt)
    const closesOn = dateAt(shownAnswer.value.closesAt - 1, app.survey.timeZone)
    return c.html(shownAnswerPage({ page: await travelerPage(app, c.req), ...shownAnswer.value, closesOn, receipt }))
  })
}

/** Shows the questionnaire with the stored answer, or with the input if only the language changes. Stores nothing. */
export function postCorrect(app: SurveyApp, c: Context): Promise<Response> {
  return withForm(app, c, (fields, receipt) =>
    showCorrection(app, c, receipt, (questionnaire, answer) => ({
      ...NOTHING_TYPED,
      fields: fields.lang === undefined ? fieldsOf(questionnaire, answer) : fields,
    })),
  )
}

export function postCorrection(app: SurveyApp, c: Context): Promise<Response> {
  return withForm(app, c, async (fields, receipt) => {
    const locale = await requestLanguage(app, c.req)
    const corrected = await correctAnswer(app.survey, { receipt, locale, fields })
    if (corrected.ok) return toDone(app, c, PATHS.corrected)
    const { fault } = corrected
    if (fault.code !== 'answer-invalid') return refuse(app, c, fault, receipt)
    return showCorrection(app, c, receipt, () => ({ ...NOTHING_TYPED, fields, faults: fault.items }))
  })
}

/** Asks for confirmation; changes nothing. */
export function postWithdraw(app: SurveyApp, c: Context): Promise<Response> {
  return withForm(app, c, async (_, receipt) => {
    const shownAnswer = await showAnswer(app.survey, { receipt })
    return shownAnswer.ok
      ? c.html(withdrawPage(await travelerPage(app, c.req), receipt))
      : refuse(app, c, shownAnswer.fault, receipt)
  })
}

export function postWithdrawal(app: SurveyApp, c: Context): Promise<Response> {
  return withForm(app, c, async (_, receipt) => {
    const withdrawn = await withdrawAnswer(app.survey, { receipt })
    if (!withdrawn.ok) return refuse(app, c, withdrawn.fault, receipt)
    return toDone(app, c, PATHS.withdrawn)
  })
}

export function getDone(app: SurveyApp, c: Context, action: 'corrected' | 'withdrawn'): Promise<Response> {
  return afterAct(app, c, PATHS.receipt, async () => receiptDonePage(await travelerPage(app, c.req), action))
}

/** Passes on the code in canonical form, or as typed if invalid. */
async function withForm(
  app: SurveyApp,
  c: Context,
  respond: (fields: Fields, receipt: string) => Promise<Response>,
): Promise<Response> {
  const form = await readOurForm(app, c)
  if (!form.ok) return notice(app, c, form.fault.code)
  const text = form.value.receipt ?? ''
  return respond(form.value, readReceipt(text) ?? text)
}

/** The same response for every unknown code, except for the code itself, which remains in the field. */
async function refuse(app: SurveyApp, c: Context, fault: ReceiptFault, receipt: string): Promise<Response> {
  if (fault.code === 'wave-closed') return notice(app, c, 'wave-closed')
  const wait = await tooManyTries(app, c, 'codes')
  return wait ?? c.html(receiptPage(await travelerPage(app, c.req), receipt.slice(0, 100)), 404)
}

async function showCorrection(
  app: SurveyApp,
  c: Context,
  receipt: string,
  typedOf: (questionnaire: Questionnaire, answer: Answer) => TypedAnswer,
): Promise<Response> {
  const shownAnswer = await showAnswer(app.survey, { receipt })
  if (!shownAnswer.ok) return refuse(app, c, shownAnswer.fault, receipt)
  const { questionnaire } = shownAnswer.value
  const answer = typedOf(questionnaire, shownAnswer.value.answer)
  const page = await travelerPage(app, c.req)
  return c.html(correctPage({ page, questionnaire, answer }, receipt), isFaulty(answer) ? 422 : 200)
}

/** @jsxRuntime automatic */
/** The questionnaire filled with the stored answer, for changes. */
function correctPage(form: QuestionsProps, receipt: string): string {
  const { page } = form
  const { errors, receipts } = page.words
  const hasFaults = isFaulty(form.answer)
  const title = hasFaults ? `${errors.titlePrefix}${receipts.correctTitle}` : receipts.correctTitle
  return html(
    <Layout page={page} title={title} languages="form" path={PATHS.correct}>
      <h1>{receipts.correctTitle}</h1>
      <p className="soft">{receipts.correctText}</p>
      {hasFaults && <ErrorSummary {...form} />}
      <form id={FORM_ID} method="post" action={`${PATHS.correction}?lang=${page.linkLanguage}`}>
        <input type="hidden" name="receipt" value={receipt} />
        <Questions {...form} />
        <button className="go" type="submit">
          {receipts.correctButton}
        </button>
      </form>
    </Layout>,
  )
}

/** @jsxRuntime automatic */
interface ShownAnswerPage {
  readonly page: Page
  readonly answer: Answer
  readonly questionnaire: Questionnaire
  readonly closesOn: CalendarDate
  readonly receipt: string
}

/** Shows a stored answer and its possible actions. The form contains the code; no URL does. */
function shownAnswerPage({ page, answer, questionnaire, closesOn, receipt }: ShownAnswerPage): string {
  const { receipts } = page.words
  const to = (path: string) => `${path}?lang=${page.linkLanguage}`
  return html(
    <Layout page={page} title={receipts.shown} languages="form" path={PATHS.receipt}>
      <h1>{receipts.shown}</h1>
      <p className="soft">{receipts.until(day(closesOn, page.locale))}</p>
      <AnswerList page={page} answer={answer} questionnaire={questionnaire} />
      <form id={FORM_ID} method="post" action={to(PATHS.receipt)}>
        <input type="hidden" name="receipt" value={receipt} />
        <p>
          <button className="go" type="submit" formAction={to(PATHS.correct)}>
            {receipts.correct}
          </button>
        </p>
        <p>
          <button className="lang" type="submit" formAction={to(PATHS.withdraw)}>
            {receipts.withdraw}
          </button>
        </p>
      </form>
    </Layout>,
  )
}

/** @jsxRuntime automatic */
/** Asks for confirmation before an answer is deleted. */
function withdrawPage(page: Page, receipt: string): string {
  const { receipts } = page.words
  const to = (path: string) => `${path}?lang=${page.linkLanguage}`
  return html(
    <Layout page={page} title={receipts.withdrawTitle} languages="form" path={PATHS.withdraw}>
      <h1>{receipts.withdrawTitle}</h1>
      <p>{receipts.withdrawText}</p>
      <form id={FORM_ID} method="post" action={to(PATHS.receipt)}>
        <input type="hidden" name="receipt" value={receipt} />
        <p>
          <button className="go" type="submit" formAction={to(PATHS.withdrawal)}>
            {receipts.withdrawButton}
          </button>
        </p>
        <p>
          <button className="lang" type="submit">
            {receipts.keep}
          </button>
        </p>
      </form>
    </Layout>,
  )
}

/** @jsxRuntime automatic */
/** Asks for a receipt code. `unknown` is a typed code that was not found; the page says so beside the field. */
function receiptPage(page: Page, unknown: string | null): string {
  const { errors, receipts } = page.words
  const isFaulty = unknown !== null
  return html(
    <Layout
      page={page}
      title={isFaulty ? `${errors.titlePrefix}${receipts.title}` : receipts.title}
      languages="link"
      path={PATHS.receipt}
    >
      <h1>{receipts.title}</h1>
      <FieldErrors
        page={page}
        heading={errors.code}
        fields={[{ id: 'code', label: receipts.label, error: isFaulty ? receipts.unknown : null }]}
      />
      <p className="soft gap">{receipts.text}</p>
      <form method="post" action={`${PATHS.receipt}?lang=${page.linkLanguage}`}>
        <LineField
          id="code"
          name="receipt"
          label={receipts.label}
          hint={receipts.hint}
          fault={isFaulty ? receipts.unknown : null}
          value={unknown ?? ''}
        />
        <button className="go" type="submit">
          {receipts.find}
        </button>
      </form>
      <ContactLine page={page} />
    </Layout>,
  )
}

/** Confirms a change or a withdrawal. */
function receiptDonePage(page: Page, action: 'corrected' | 'withdrawn'): string {
  const { receipts } = page.words
  return html(
    <Layout page={page} title={receipts[action].title} languages="link">
      <h1>{receipts[action].title}</h1>
      <p>{receipts[action].text}</p>
      {action === 'corrected' && (
        <p>
          <ReceiptLink page={page}>{receipts.link}</ReceiptLink>
        </p>
      )}
    </Layout>,
  )
}
