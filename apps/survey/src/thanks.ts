import type { Locale } from '@wayproof/kernel'
import { generateCookie } from 'hono/cookie'

/** The cookie that takes a receipt code to the thanks page: out of sight of addresses, and gone in a minute. */
export const RECEIPT_COOKIE = 'receipt'

/** Where a stored answer leads, and the cookie that goes along; `path` is the link's. */
export function thanksFor(
  surveyUrl: string,
  path: string,
  receipt: string,
  locale: Locale,
): { readonly location: string; readonly cookie: string } {
  const thanks = `${path}/thanks`
  const secure = surveyUrl.startsWith('https:')
  const cookie = generateCookie(RECEIPT_COOKIE, receipt, {
    path: thanks,
    maxAge: 60,
    httpOnly: true,
    sameSite: 'Lax',
    secure,
  })
  return { location: `${thanks}?lang=${locale}`, cookie }
}
