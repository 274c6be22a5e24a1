import type { Locale } from '@wayproof/kernel'
import { pageCookie } from '../http/page-cookie.ts'

/** The cookie that takes a receipt code to the thanks page, out of sight of addresses. */
export const RECEIPT_COOKIE = 'receipt'

/** Where a stored answer leads, and the cookie that goes along; `path` is the link's. */
export function thanksFor(
  surveyUrl: string,
  path: string,
  receipt: string,
  locale: Locale,
): { readonly location: string; readonly cookie: string } {
  const thanks = `${path}/thanks`
  return { location: `${thanks}?lang=${locale}`, cookie: pageCookie(surveyUrl, RECEIPT_COOKIE, receipt, thanks) }
}
