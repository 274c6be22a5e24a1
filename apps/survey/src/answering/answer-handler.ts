import { brotliCompressSync, constants, crc32, deflateRawSync } from 'node:zlib'
import { firstQuestion } from '@wayproof/forms/questionnaire/first-question'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { type ContentEncoding, encodingFor } from '@wayproof/kernel/http/content-encoding'
import type { Outcome } from '@wayproof/kernel/outcome'
import type { SurveyLanguage } from '@wayproof/kernel/people/survey-language'
import { newReceipt, readReceipt } from '@wayproof/survey/answers/receipt'
import { recordAnswer } from '@wayproof/survey/answers/record-answer'
import { saveDraft } from '@wayproof/survey/answers/save-draft'
import { type InvitationView, showInvitation } from '@wayproof/survey/answers/show-invitation'
import { PRESELECTION, type Preselection, readPreselection } from '@wayproof/survey/links/preselection'
import { fieldsOf, isFaulty, NOTHING_TYPED, type TypedAnswer, typedByLink } from '../components/typed-answer.ts'
import { encodingHeaders } from '../http/compressed.ts'
import type { Page } from '../http/page.ts'
import type { PageRequest } from '../http/page-response.ts'
import { HTML, htmlResponse, type PageResponse, redirectResponse } from '../http/page-response.ts'
import { PATHS } from '../http/paths.ts'
import type { FormFault } from '../http/read-form.ts'
import { mayBeOurForm } from '../http/read-form.ts'
import { noticeResponse, requestLanguage, travelerPage } from '../http/request-page.ts'
import { errorResponse } from '../http/unexpected-error.ts'
import { linkResponse } from '../http/wrong-try.ts'
import type { SurveyApp } from '../survey-app.ts'
import { answerPage, dropPage, purposeOf, readAutosave } from './answer-page.tsx'
import { DRAFT_TAG } from './autosave-script.ts'
import { thanksCookie } from './thanks-route.tsx'

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

/** Placeholder with the format of a receipt; never a real one, because `U` is not in the receipt alphabet. */
const GAP = 'UUUU-UUUU-UUUU-UUUU-UUUU-UUUU-UUUU'

type Shown = Pick<InvitationView, 'wave' | 'questionnaire'>

/** Finds the form of a wave, blank or with an option that a link in a letter selected. */
type BlankPages = (invitation: Shown, page: Page, preselected: Preselection | null) => SizedPage

/** A prepared page without the choice of its padding. */
interface SizedPage {
  body(encoding: ContentEncoding | null, filling: string): string
}

interface Kept {
  readonly page: Page
  readonly blank: PreparedPage
  /** By the code of the option; null until a link of an option is opened. */
  readonly choices: ReadonlyMap<string, SizedPage> | null
}

/**
 * Caches the blank questionnaire pages: each is rendered once per wave and language, and again for another `page`
 * object.
 */
function blankPages(timeZone: string): BlankPages {
  const pagesByQuestionnaire = new WeakMap<Questionnaire, Map<string, Kept>>()
  return (invitation, page, preselected) => {
    const { wave, questionnaire } = invitation
    const pages = pagesByQuestionnaire.get(questionnaire) ?? new Map<string, Kept>()
    pagesByQuestionnaire.set(questionnaire, pages)
    const key = `${page.locale} ${wave.closesAt} ${wave.smallestGroup}`
    const entry = pages.get(key)
    const cached = entry?.page === page ? entry : null
    if (cached && !preselected) return cached.blank
    const prepare = (answer: TypedAnswer) => {
      const closesOn = dateAt(wave.closesAt - 1, timeZone)
      const form = { page, questionnaire, answer, receipt: GAP, draftTag: null }
      return preparePage(answerPage({ ...form, closesOn, smallestGroup: wave.smallestGroup }), GAP)
    }
    const blank = cached?.blank ?? prepare(NOTHING_TYPED)
    const choices = cached?.choices ?? (preselected && preselectedPages(questionnaire, prepare))
    pages.set(key, { page, blank, choices })
    return (preselected && choices?.get(preselected.value)) ?? blank
  }
}

/** The form with each option of the first question. All have one size, because a proxy may log it. */
function preselectedPages(
  questionnaire: Questionnaire,
  prepare: (answer: TypedAnswer) => PreparedPage,
): ReadonlyMap<string, SizedPage> {
  const question = firstQuestion(questionnaire)
  if (!question) return new Map()
  const pages = question.codes.map((value) => [value, prepare(typedByLink({ item: question.item, value }))] as const)
  const largest = (encoding: ContentEncoding | null) => Math.max(...pages.map(([, page]) => page.size(encoding)))
  return new Map(
    pages.map(([value, page]) => [
      value,
      { body: (encoding, filling) => page.body(encoding, filling, largest(encoding) - page.size(encoding)) },
    ]),
  )
}

/** A page rendered and compressed once, with one slot for the text that differs per request. */
interface PreparedPage {
  /**
   * The page with `filling` (ASCII, under 1 KB, safe in HTML) in the slot, as a string with one character (at most
   * U+00FF) per byte; `null` is uncompressed. A string lets Node send head and body in one write. `padding` spaces
   * (under 8 KB) follow.
   */
  body(encoding: ContentEncoding | null, filling: string, padding?: number): string
  /** Bytes before the slot, as sent. */
  size(encoding: ContentEncoding | null): number
}

/**
 * Splits `html` at `gap`, which occurs once, near the end. The part before it is compressed here at the highest level;
 * the rest follows uncompressed in a block of its own, as both formats allow (RFC 1951 3.2.4, RFC 7932 9.2).
 */
function preparePage(html: string, gap: string): PreparedPage {
  const [before = '', after, ...extraParts] = html.split(gap)
  if (after === undefined || extraParts.length > 0) throw new Error('a page is prepared with exactly one gap')
  const start = Buffer.from(before)
  const checked = crc32(start)
  const end = textOf(Buffer.from(after))
  const [plainText, gzip, brotli] = [
    textOf(start),
    textOf(GZIP_HEAD) + textOf(deflateRawSync(start, { level: 9, finishFlush: constants.Z_SYNC_FLUSH })),
    textOf(
      brotliCompressSync(start, {
        finishFlush: constants.BROTLI_OPERATION_FLUSH,
        params: {
          [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        },
      }),
    ),
  ]
  return {
    size: (encoding) => (encoding === 'br' ? brotli : encoding === null ? plainText : gzip).length,
    body: (encoding, filling, padding = 0) => {
      const ending = filling + end + ' '.repeat(padding)
      if (encoding === 'br') return brotli + brotliBlock(ending.length) + ending + BROTLI_END
      if (encoding === null) return plainText + ending
      return (
        gzip +
        storedBlock(ending.length) +
        ending +
        gzipEnd(crc32(Buffer.from(ending, 'latin1'), checked), start.length + ending.length)
      )
    },
  }
}

const textOf = (bytes: Buffer): string => bytes.toString('latin1')

/** RFC 1952 header: deflate, no name, no time, no system. */
const GZIP_HEAD = Buffer.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255)

/** Header of the last block of a deflate stream, followed by `length` stored bytes. */
function storedBlock(length: number): string {
  const head = Buffer.of(1, 0, 0, 0, 0)
  head.writeUInt16LE(length, 1)
  head.writeUInt16LE(~length & 0xffff, 3)
  return textOf(head)
}

function gzipEnd(checksum: number, length: number): string {
  const end = Buffer.alloc(8)
  end.writeUInt32LE(checksum, 0)
  end.writeUInt32LE(length, 4)
  return textOf(end)
}

/** Header of a Brotli block: not the last (1 bit), 4 nibbles of length (2), length - 1 (16), uncompressed (1). */
function brotliBlock(length: number): string {
  const head = ((length - 1) << 3) | (1 << 19)
  return String.fromCharCode(head & 0xff, (head >> 8) & 0xff, head >> 16)
}

/** The empty last block of a Brotli stream. */
const BROTLI_END = String.fromCharCode(3)
