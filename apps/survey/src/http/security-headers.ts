import { type Brand, NO_BRAND } from '@wayproof/kernel/brand/brand'
import type { MiddlewareHandler } from 'hono'
import { pageStyles } from '../components/brand-style.ts'
import type { SurveyApp } from '../survey-app.ts'
import { PATHS, type PathKind, pathKind } from './paths.ts'

/** The only header that a response may set to another value. */
const CACHE = 'Cache-Control'
const ROBOTS = 'X-Robots-Tag'
/** The only pages that search engines may list. */
const FOR_SEARCH: ReadonlySet<PathKind> = new Set([PATHS.reports, PATHS.report, PATHS.reportPdf])

const policyOf = (brand: Brand) =>
  [
    "default-src 'none'",
    `style-src ${pageStyles(brand).sources}`,
    ...(brand.logo ? ["img-src 'self'"] : []),
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
export function securityHeaders({
  surveyUrl,
  organisation,
  reportsIndexed,
}: Pick<SurveyApp, 'surveyUrl' | 'organisation' | 'reportsIndexed'>): MiddlewareHandler {
  return async (c, next) => {
    await next()
    // A page that says why the database cannot be read has no brand.
    const named = await organisation.get().catch(() => null)
    const headers = Object.entries(securityHeadersOf(surveyUrl, named?.brand ?? NO_BRAND))
    const cached = c.res.headers.get(CACHE)
    const isListed =
      reportsIndexed && named?.sample === false && c.res.status === 200 && FOR_SEARCH.has(pathKind(c.req.path))
    for (const [name, value] of headers) {
      const isLeftOut = name === CACHE ? cached !== null : name === ROBOTS && isListed
      if (!isLeftOut) c.header(name, value)
    }
  }
}

export function securityHeadersOf(surveyUrl: string, brand: Brand): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': policyOf(brand),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    [ROBOTS]: 'noindex, nofollow',
    'Cache-Control': 'no-store',
    ...(surveyUrl.startsWith('https:') && { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' }),
  }
}
