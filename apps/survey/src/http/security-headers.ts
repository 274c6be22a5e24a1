import type { MiddlewareHandler } from 'hono'
import { STYLE_SOURCES } from '../components/style.ts'
import { REPORT_STYLE_SOURCE } from '../report/report-style.ts'

/** The only header that a response may set to another value. */
const CACHE = 'Cache-Control'

const POLICY = [
  "default-src 'none'",
  `style-src ${STYLE_SOURCES} ${REPORT_STYLE_SOURCE}`,
  // The script of the questionnaire saves its draft; the one of the thanks copies the receipt code.
  "script-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

/**
 * Sets the same headers on every response, errors included. HSTS (1 year, with subdomains) if the public address uses
 * https.
 */
export function securityHeaders(surveyUrl: string): MiddlewareHandler {
  const headers = Object.entries(securityHeadersOf(surveyUrl))
  return async (c, next) => {
    await next()
    const cached = c.res.headers.get(CACHE)
    for (const [name, value] of headers) if (name !== CACHE || cached === null) c.header(name, value)
  }
}

export function securityHeadersOf(surveyUrl: string): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': POLICY,
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    'X-Robots-Tag': 'noindex, nofollow',
    'Cache-Control': 'no-store',
    ...(surveyUrl.startsWith('https:') && { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' }),
  }
}
