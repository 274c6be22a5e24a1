import { isLocale, type Locale, preferredLocale } from '@wayproof/kernel/people/locale'
import { isAddedTag, preferredLanguage, type SurveyLanguage } from '@wayproof/kernel/people/survey-language'
import type { SpokenLanguages } from '@wayproof/messages/added/recent-languages'
import type { NoticeCode } from '@wayproof/messages/en/survey/survey'
import type { Context } from 'hono'
import { noticePage } from '../components/notice-page.tsx'
import type { SurveyApp } from '../survey-app.ts'
import type { Page, ProductPage } from './page.ts'
import { pageIn, productPage } from './page-in-language.ts'
import type { PageRequest } from './page-response.ts'
import { htmlResponse, type PageResponse, routed } from './page-response.ts'

const STATUS = {
  'link-unknown': 404,
  'only-looked-at': 200,
  'draft-not-shown': 409,
  'link-used': 410,
  'link-expired': 410,
  'wave-closed': 410,
  'too-large': 413,
  'form-unreadable': 415,
  'foreign-form': 403,
  'method-unknown': 405,
  'too-many-tries': 429,
  'too-many-requests': 429,
  'sample-loaded': 503,
  'no-answers': 503,
  'not-stored': 503,
  'not-loaded': 503,
  internal: 500,
} as const satisfies Record<NoticeCode, number>

/**
 * The page data of a page that is only in the languages of the product, in that of the URL or else the browser's. A reader of
 * an added language gets English, a sentence that says so, and links that keep the language.
 */
export async function requestPage(app: SurveyApp, request: PageRequest): Promise<ProductPage> {
  const addedLanguages = await app.languages()
  const language = languageOf(app, request, addedLanguages)
  const page = productPage(isLocale(language) ? language : 'en', await app.organisation.get())
  const added = addedLanguages.get(language)
  const untranslated = added && { text: added.sentences.survey.untranslated, direction: added.direction }
  return { ...page, linkLanguage: language, isReadOnly: app.isReadOnly(), ...(untranslated && { untranslated }) }
}

/** The page data in the language of the URL, or else the invitation's, or else the browser's. */
export async function travelerPage(app: SurveyApp, request: PageRequest, invitedLocale?: Locale): Promise<Page> {
  const addedLanguages = await app.languages()
  const language = languageOf(app, request, addedLanguages, invitedLocale)
  const page = pageIn(language, addedLanguages, await app.organisation.get())
  return app.isReadOnly() ? { ...page, isReadOnly: true } : page
}

/** The page data of an officer's preview, which may be in a language that is not active. */
export async function previewPage(app: SurveyApp, request: PageRequest): Promise<Page> {
  const tag = request.query('lang') ?? ''
  const addedLanguages = await app.languages()
  const added = isAddedTag(tag) && !addedLanguages.has(tag) ? await app.previewLanguage(tag) : null
  if (!added) return travelerPage(app, request)
  return pageIn(tag, new Map([...addedLanguages, [tag, added]]), await app.organisation.get())
}

export async function requestLanguage(app: SurveyApp, request: PageRequest): Promise<SurveyLanguage> {
  return languageOf(app, request, await app.languages())
}

/** The language of the product for a request: English for a reader of an added one. */
export function requestLocale(app: SurveyApp, request: PageRequest): Locale {
  const hint = request.query('lang') ?? ''
  if (isLocale(hint)) return hint
  return isAddedTag(hint) ? 'en' : preferredLocale(request.header('accept-language'), app.defaultLocale)
}

/** A language that is no longer spoken is not an error: the reader gets English, or what the invitation is in. */
function languageOf(
  app: SurveyApp,
  request: PageRequest,
  addedLanguages: SpokenLanguages,
  invitedLocale?: Locale,
): SurveyLanguage {
  const hint = request.query('lang') ?? ''
  if (isLocale(hint) || addedLanguages.has(hint)) return hint
  if (invitedLocale) return invitedLocale
  if (isAddedTag(hint)) return 'en'
  return preferredLanguage(request.header('accept-language'), app.defaultLocale, [...addedLanguages.keys()])
}

export async function noticeResponse(
  app: SurveyApp,
  request: PageRequest,
  code: NoticeCode,
  headers: PageResponse['headers'] = {},
): Promise<PageResponse> {
  return htmlResponse(request, noticePage(await travelerPage(app, request), code), STATUS[code], headers)
}

export const notice = async (app: SurveyApp, c: Context, code: NoticeCode): Promise<Response> =>
  routed(c, await noticeResponse(app, c.req, code))
