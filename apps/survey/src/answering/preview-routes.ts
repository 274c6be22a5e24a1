import { readAnswer } from '@wayproof/survey/answers/answer'
import { type ShownPreview, showPreview } from '@wayproof/survey/answers/show-preview'
import { PRESELECTION, readPreselection } from '@wayproof/survey/links/preselection'
import type { Context } from 'hono'
import { isFaulty, NOTHING_TYPED, type TypedAnswer, typedByLink } from '../components/typed-answer.ts'
import { readOurForm } from '../http/read-form.ts'
import { notice, previewPage } from '../http/request-page.ts'
import { linkNotice } from '../http/wrong-try.ts'
import type { SurveyApp } from '../survey-app.ts'
import { answerPage, purposeOf } from './answer-page.tsx'

type PreviewContext = Context<object, '/preview/:token'>

/** Shows the questionnaire as travelers will see it to the officer who sent a test letter. */
export async function getPreview(app: SurveyApp, c: PreviewContext): Promise<Response> {
  const preview = await showPreview(app.survey, { token: c.req.param('token') })
  if (!preview.ok) return linkNotice(app, c, preview.fault.code)
  const { questionnaire } = preview.value
  const code = c.req.query(PRESELECTION) ?? ''
  const preselected = readPreselection(app.survey.keyring, c.req.param('token'), questionnaire, code)
  return renderPreview(app, c, preview.value, typedByLink(preselected))
}

/** Responds like the questionnaire, but stores nothing. */
export async function postPreview(app: SurveyApp, c: PreviewContext): Promise<Response> {
  const form = await readOurForm(app, c)
  if (!form.ok) return notice(app, c, form.fault.code)
  const preview = await showPreview(app.survey, { token: c.req.param('token') })
  if (!preview.ok) return linkNotice(app, c, preview.fault.code)
  const typedAnswer = { ...NOTHING_TYPED, fields: form.value }
  const purpose = purposeOf(form.value)
  if (purpose === 'show') return renderPreview(app, c, preview.value, typedAnswer)
  const answer = purpose === 'send' ? readAnswer(preview.value.questionnaire, form.value) : null
  if (answer?.ok === false) return renderPreview(app, c, preview.value, { ...typedAnswer, faults: answer.fault.items })
  return notice(app, c, 'only-looked-at')
}

async function renderPreview(
  app: SurveyApp,
  c: PreviewContext,
  { questionnaire, closesOn, smallestGroup }: ShownPreview,
  answer: TypedAnswer,
): Promise<Response> {
  const page = await previewPage(app, c.req)
  const form = { page, questionnaire, answer, receipt: '', draftTag: null, isPreview: true }
  return c.html(answerPage({ ...form, closesOn, smallestGroup }), isFaulty(answer) ? 422 : 200)
}
