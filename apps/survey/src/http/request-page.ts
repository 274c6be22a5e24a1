import { isLocale, type Locale, preferredLocale } from '@wayproof/kernel'
import { messages, type NoticeCode } from '@wayproof/messages'
import type { Context } from 'hono'
import { noticePage } from '../components/notice-page.tsx'
import type { SurveyApp } from '../survey-app.ts'
import type { Page } from './page.ts'
import type { PageRequest } from './page-request.ts'
import { htmlResponse, type PageResponse, routed } from './page-response.ts'

const STATUS = {
  'link-unknown': 404,
  'only-looked-at': 200,
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
  'not-stored': 503,
  'not-loaded': 503,
  internal: 500,
} as const satisfies Record<NoticeCode, number>

/** The page data in the language of the URL, or else the invitation's, or else the browser's. */
export async function requestPage(app: SurveyApp, request: PageRequest, invitedLocale?: Locale): Promise<Page> {
  const locale = requestLocale(app, request, invitedLocale)
  return { locale, words: messages(locale).survey, organisation: await app.organisation.get() }
}

export function requestLocale(app: SurveyApp, request: PageRequest, invitedLocale?: Locale): Locale {
  const hint = request.query('lang') ?? ''
  if (isLocale(hint)) return hint
  return invitedLocale ?? preferredLocale(request.header('accept-language'), app.defaultLocale)
}

export async function noticeResponse(
  app: SurveyApp,
  request: PageRequest,
  code: NoticeCode,
  headers: PageResponse['headers'] = {},
): Promise<PageResponse> {
  return htmlResponse(request, noticePage(await requestPage(app, request), code), STATUS[code], headers)
}

export const notice = async (app: SurveyApp, c: Context, code: NoticeCode): Promise<Response> =>
  routed(c, await noticeResponse(app, c.req, code))
