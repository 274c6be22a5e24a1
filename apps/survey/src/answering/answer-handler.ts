import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { encodingFor } from '@wayproof/kernel/http/content-encoding'
import type { Outcome } from '@wayproof/kernel/outcome'
import type { SurveyLanguage } from '@wayproof/kernel/people/survey-language'
import { newReceipt, readReceipt } from '@wayproof/survey/answers/receipt'
import { recordAnswer } from '@wayproof/survey/answers/record-answer'
import { saveDraft } from '@wayproof/survey/answers/save-draft'
import { type InvitationView, showInvitation } from '@wayproof/survey/answers/show-invitation'
import { PRESELECTION, readPreselection } from '@wayproof/survey/links/preselection'
import { fieldsOf, isFaulty, NOTHING_TYPED, type TypedAnswer } from '../components/typed-answer.ts'
import { encodingHeaders } from '../http/compressed.ts'
import { mayBeOurForm } from '../http/form-origin.ts'
import type { PageRequest } from '../http/page-request.ts'
import { HTML, htmlResponse, type PageResponse, redirectResponse } from '../http/page-response.ts'
import { PATHS } from '../http/paths.ts'
import type { FormFault } from '../http/read-form.ts'
import { noticeResponse, requestLanguage, travelerPage } from '../http/request-page.ts'
import { errorResponse } from '../http/unexpected-error.ts'
import { linkResponse } from '../http/wrong-try.ts'
import type { SurveyApp } from '../survey-app.ts'
import { answerPage } from './answer-page.tsx'
import { blankPages } from './blank-pages.ts'
import { dropPage } from './drop-page.tsx'
import { DRAFT_TAG, purposeOf, readAutosave } from './form-purpose.ts'
import { thanksCookie } from './thanks-cookie.ts'

type Fields = TypedAnswer['fields']

export interface AnswerRequest {
  readonly token: string
  readonly request: PageRequest
  /** The posted form; null if the page is opened. */
  readonly form: Outcome<Fields, FormFault> | null
}

export type AnswerHandler = (request: AnswerRequest) => Promise<PageResponse>

/** Answers every request to open or submit a questionnaire. Opening changes nothing. */
export function answerHandler(app: SurveyApp): AnswerHandler {
  const { survey } = app
  const blankPage = blankPages(survey.timeZone)

  async function open({ token, request }: AnswerRequest): Promise<PageResponse> {
    if (app.isReadOnly()) return noticeResponse(app, request, 'no-answers')
    const invitation = await showInvitation(survey, { token })
    if (!invitation.ok) return linkResponse(app, request, invitation.fault.code)
    const { draft, questionnaire } = invitation.value
    const receipt = newReceipt(survey.tokens)
    if (draft) {
      const answer = { ...NOTHING_TYPED, fields: fieldsOf(questionnaire, draft) }
      return showForm(request, invitation.value, answer, receipt)
    }
    const page = await travelerPage(app, request, invitation.value.locale)
    const encoding = encodingFor(request.header('accept-encoding'))
    const code = request.query(PRESELECTION)
    const preselected = code === undefined ? null : readPreselection(survey.keyring, token, questionnaire, code)
    const body = blankPage(invitation.value, page, preselected).body(encoding, receipt)
    return { status: 200, headers: { ...HTML, ...encodingHeaders(encoding) }, body }
  }

  async function submit({ token, request }: AnswerRequest, fields: Fields): Promise<PageResponse> {
    const receipt = fields.receipt ?? ''
    const showAgain = (invitation: InvitationView, changes: Partial<TypedAnswer>) => {
      const answer = { ...NOTHING_TYPED, fields, ...changes }
      return showForm(request, invitation, answer, readReceipt(receipt) ?? newReceipt(survey.tokens))
    }
    const purpose = purposeOf(fields)
    if (purpose === 'show' || purpose === 'ask-to-drop') {
      const invitation = await showInvitation(survey, { token })
      if (!invitation.ok) return linkResponse(app, request, invitation.fault.code)
      if (purpose === 'show') return showAgain(invitation.value, {})
      const { questionnaire, locale } = invitation.value
      return htmlResponse(request, dropPage(await travelerPage(app, request, locale), questionnaire, fields))
    }
    const locale = await requestLanguage(app, request)
    if (purpose === 'send') {
      const recorded = await recordAnswer(survey, { token, receipt, locale, fields })
      if (recorded.ok) return thank(token, recorded.value.receipt, locale)
      const { fault } = recorded
      if (fault.code === 'answer-invalid') return showAgain(fault.invitation, { faults: fault.items })
      if (fault.code === 'receipt-invalid') return showAgain(fault.invitation, { isReceiptLost: true })
      return linkResponse(app, request, fault.code)
    }
    if (purpose === 'autosave') return await autosave(request, token, fields)
    const saved = await saveDraft(survey, { token, fields: purpose === 'keep' ? fields : {} })
    if (saved.ok && purpose === 'drop') return showAgain(saved.value, { fields: {}, draftResult: 'dropped' })
    if (saved.ok && !saved.value.draft) return showAgain(saved.value, { draftResult: 'blank' })
    if (saved.ok) return redirectResponse(`/s/${token}?lang=${locale}`)
    const { fault } = saved
    if (fault.code === 'draft-changed') return redirectResponse(`/s/${token}?lang=${locale}`)
    return fault.code === 'answer-invalid'
      ? showAgain(fault.invitation, { faults: fault.items })
      : linkResponse(app, request, fault.code)
  }

  /** Answers without a page, because a script sent the form. */
  async function autosave(request: PageRequest, token: string, fields: Fields): Promise<PageResponse> {
    const continues = readAutosave(fields.draft ?? '')
    if (!continues) return { status: 422, headers: {}, body: '' }
    const saved = await saveDraft(survey, { token, fields, continues })
    if (saved.ok) return { status: 200, headers: { [DRAFT_TAG]: saved.value.draftTag ?? '' }, body: '' }
    const { fault } = saved
    if (fault.code === 'draft-changed') return { status: 412, headers: {}, body: '' }
    if (fault.code === 'answer-invalid') return { status: 422, headers: {}, body: '' }
    return linkResponse(app, request, fault.code)
  }

  function thank(token: string, receipt: string, locale: SurveyLanguage): PageResponse {
    const thanks = `/s/${token}/thanks`
    return redirectResponse(`${thanks}?lang=${locale}`, { 'Set-Cookie': thanksCookie(app.surveyUrl, thanks, receipt) })
  }

  async function showForm(
    request: PageRequest,
    { wave, questionnaire, locale, draftTag }: InvitationView,
    answer: TypedAnswer,
    receipt: string,
  ): Promise<PageResponse> {
    const page = await travelerPage(app, request, locale)
    const closesOn = dateAt(wave.closesAt - 1, survey.timeZone)
    const form = { page, questionnaire, answer, receipt, draftTag }
    const html = answerPage({ ...form, closesOn, smallestGroup: wave.smallestGroup })
    return htmlResponse(request, html, isFaulty(answer) ? 422 : 200)
  }

  return async (answerRequest) => {
    const { request, form } = answerRequest
    try {
      if (form === null) return await open(answerRequest)
      if (!mayBeOurForm(request, app.surveyUrl)) return await noticeResponse(app, request, 'foreign-form')
      return await (form.ok ? submit(answerRequest, form.value) : noticeResponse(app, request, form.fault.code))
    } catch (error) {
      return errorResponse(app, request, PATHS.survey, error)
    }
  }
}
