import type { Locale } from '@wayproof/kernel'
import { pageCookie } from '../http/page-cookie.ts'

/** The cookie that carries a receipt code to the thanks page, so that it appears in no URL. */
export const RECEIPT_COOKIE = 'receipt'

/** The redirect after a stored answer and its cookie; `path` is the link's path. */
export function thanksFor(
  surveyUrl: string,
  path: string,
  receipt: string,
  locale: Locale,
): { readonly location: string; readonly cookie: string } {
  const thanks = `${path}/thanks`
  return { location: `${thanks}?lang=${locale}`, cookie: pageCookie(surveyUrl, RECEIPT_COOKIE, receipt, thanks) }
}
