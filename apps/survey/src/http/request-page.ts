import { isLocale, type Locale, preferredLocale } from '@wayproof/kernel'
import { messages, type NoticeCode } from '@wayproof/messages'
import type { Context } from 'hono'
import { noticePage } from '../components/notice-page.tsx'
import type { SurveyApp } from '../survey-app.ts'
import type { Page } from './page.ts'

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
  'not-stored': 503,
  internal: 500,
} as const satisfies Record<NoticeCode, number>

/** The page data in the language of the URL, or else the invitation's, or else the browser's. */
export async function requestPage(app: SurveyApp, c: Context, invited?: Locale): Promise<Page> {
  const locale = requestLocale(app, c, invited)
  return { locale, words: messages(locale).survey, organisation: await app.organisation.get() }
}

export function requestLocale(app: SurveyApp, c: Context, invited?: Locale): Locale {
  const wanted = () => invited ?? preferredLocale(c.req.header('accept-language'), app.defaultLocale)
  return localeFor(c.req.query('lang') ?? '', wanted)
}

/** The language in the URL if it is supported, else `wanted`. */
export const localeFor = (hint: string, wanted: () => Locale): Locale => (isLocale(hint) ? hint : wanted())

export async function notice(app: SurveyApp, c: Context, code: NoticeCode): Promise<Response> {
  return c.html(noticePage(await requestPage(app, c), code), STATUS[code])
}
