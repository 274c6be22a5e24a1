import { dateAt, type Locale, newSecretCode } from '@wayproof/kernel'
import {
  newReceipt,
  readReceipt,
  recordAnswer,
  type ShownInvitation,
  saveDraft,
  showInvitation,
} from '@wayproof/survey'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { fieldsOf, isFaulty, NOTHING_TYPED, type TypedAnswer } from '../components/typed-answer.ts'
import { PATHS } from '../http/paths.ts'
import { readOurForm } from '../http/read-our-form.ts'
import { notice, requestLocale, requestPage } from '../http/request-page.ts'
import { linkNotice } from '../http/wrong-try.ts'
import type { SurveyApp } from '../survey-app.ts'
import { answerPage } from './answer-page.tsx'
import { dropPage } from './drop-page.tsx'
import { purposeOf } from './form-purpose.ts'
import { RECEIPT_COOKIE, thanksFor } from './thanks.ts'
import { thanksPage } from './thanks-page.tsx'

type LinkContext = Context<object, '/s/:token'>

/** Shows the questionnaire with its draft; changes nothing. */
export async function getAnswer(app: SurveyApp, c: LinkContext): Promise<Response> {
  const shown = await showInvitation(app.survey, { token: c.req.param('token') })
  if (!shown.ok) return linkNotice(app, c, shown.fault.code)
  const { draft, questionnaire } = shown.value
  const answer = draft ? { ...NOTHING_TYPED, fields: fieldsOf(questionnaire, draft) } : NOTHING_TYPED
  return renderForm(app, c, shown.value, answer, newReceipt(app.survey.tokens))
}

/** Stores an answer or a draft, or shows the form again with all input. */
export async function postAnswer(app: SurveyApp, c: LinkContext): Promise<Response> {
  const form = await readOurForm(app, c)
  if (!form.ok) return notice(app, c, form.fault.code)
  const fields = form.value
  const token = c.req.param('token')
  const receipt = fields.receipt ?? ''
  const again = (wrong: Partial<TypedAnswer>) => showAgain(app, c, { ...NOTHING_TYPED, fields, ...wrong }, receipt)
  const purpose = purposeOf(fields)
  if (purpose === 'show') return again({})
  if (purpose === 'ask-to-drop') return askToDrop(app, c, fields)
  if (purpose !== 'send') {
    const saved = await saveDraft(app.survey, { token, fields: purpose === 'keep' ? fields : {} })
    if (saved.ok && purpose === 'drop') return again({ fields: {}, told: 'dropped' })
    if (saved.ok && !saved.value.kept) return again({ told: 'blank' })
    if (saved.ok) return c.redirect(`${c.req.path}?lang=${requestLocale(app, c)}`, 303)
    return saved.fault.code === 'answer-invalid'
      ? again({ faults: saved.fault.items })
      : linkNotice(app, c, saved.fault.code)
  }

  const recorded = await recordAnswer(app.survey, { token, receipt, locale: requestLocale(app, c), fields })
  if (recorded.ok) return thank(app, c, recorded.value.receipt)
  const { fault } = recorded
  if (fault.code === 'answer-invalid') return again({ faults: fault.items })
  if (fault.code === 'receipt-invalid') return again({ receiptLost: true })
  return linkNotice(app, c, fault.code)
}

/**
 * The receipt code exists only in the cookie set on submission, for 5 minutes: not in the URL and not on the server.
 * Later, a used link still shows the thanks without a code; any other link gets no thanks page.
 */
export async function getThanks(app: SurveyApp, c: Context<object, '/s/:token/thanks'>): Promise<Response> {
  const receipt = readReceipt(getCookie(c, RECEIPT_COOKIE) ?? '')
  if (receipt === null) {
    const shown = await showInvitation(app.survey, { token: c.req.param('token') })
    if (shown.ok) return c.redirect(`${c.req.path.replace(/\/thanks$/, '')}?lang=${requestLocale(app, c)}`, 303)
    if (shown.fault.code !== 'link-used') return linkNotice(app, c, shown.fault.code)
  }
  const formCode = newSecretCode(app.rights.tokens)
  const address = `${app.surveyUrl}${PATHS.receipt}`
  return c.html(thanksPage({ page: await requestPage(app, c), receipt, address, formCode }))
}

function thank(app: SurveyApp, c: LinkContext, receipt: string): Response {
  const { location, cookie } = thanksFor(app.surveyUrl, c.req.path, receipt, requestLocale(app, c))
  c.header('Set-Cookie', cookie)
  return c.redirect(location, 303)
}

/** Asks for confirmation; changes nothing. */
async function askToDrop(app: SurveyApp, c: LinkContext, fields: TypedAnswer['fields']): Promise<Response> {
  const shown = await showInvitation(app.survey, { token: c.req.param('token') })
  if (!shown.ok) return linkNotice(app, c, shown.fault.code)
  const { questionnaire, locale } = shown.value
  return c.html(dropPage(await requestPage(app, c, locale), questionnaire, fields))
}

async function showAgain(app: SurveyApp, c: LinkContext, answer: TypedAnswer, receipt: string): Promise<Response> {
  const shown = await showInvitation(app.survey, { token: c.req.param('token') })
  if (!shown.ok) return linkNotice(app, c, shown.fault.code)
  return renderForm(app, c, shown.value, answer, readReceipt(receipt) ?? newReceipt(app.survey.tokens))
}

async function renderForm(
  app: SurveyApp,
  c: LinkContext,
  { wave, questionnaire, locale, draft }: ShownInvitation,
  answer: TypedAnswer,
  receipt: string,
): Promise<Response> {
  const page = await requestPage(app, c, locale satisfies Locale)
  const closesOn = dateAt(wave.closesAt - 1, app.survey.timeZone)
  const form = { page, questionnaire, answer, receipt, kept: draft !== null }
  return c.html(answerPage({ ...form, closesOn, smallestGroup: wave.smallestGroup }), isFaulty(answer) ? 422 : 200)
}
