import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { Answer } from '@wayproof/survey/answers/answer'
import { correctAnswer } from '@wayproof/survey/answers/correct-answer'
import { readReceipt } from '@wayproof/survey/answers/receipt'
import { showAnswer } from '@wayproof/survey/answers/show-answer'
import type { ReceiptFault } from '@wayproof/survey/answers/stored-answer'
import { withdrawAnswer } from '@wayproof/survey/answers/withdraw-answer'
import type { Context } from 'hono'
import { fieldsOf, isFaulty, NOTHING_TYPED, type TypedAnswer } from '../components/typed-answer.ts'
import { PATHS } from '../http/paths.ts'
import { readOurForm } from '../http/read-our-form.ts'
import { notice, requestLanguage, travelerPage } from '../http/request-page.ts'
import { tooManyTries } from '../http/wrong-try.ts'
import type { SurveyApp } from '../survey-app.ts'
import { correctPage } from './correct-page.tsx'
import { afterAct, toDone } from './done-cookie.ts'
import { receiptDonePage, receiptPage } from './receipt-page.tsx'
import { shownAnswerPage } from './shown-answer-page.tsx'
import { withdrawPage } from './withdraw-page.tsx'

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
