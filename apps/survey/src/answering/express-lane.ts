import type { IncomingMessage, RequestListener, ServerOptions, ServerResponse } from 'node:http'
import { encodingFor, type Locale, preferredLocale } from '@wayproof/kernel'
import { newReceipt, recordAnswer, showInvitation } from '@wayproof/survey'
import { accessLine } from '../http/access-log.ts'
import { mayBeOurForm } from '../http/form-origin.ts'
import { fieldsOf, isForm, MOST_BYTES } from '../http/read-form.ts'
import { recentOrganisation } from '../http/recent-organisation.ts'
import { localeFor } from '../http/request-page.ts'
import { securityHeaderList } from '../http/security-headers.ts'
import type { SurveyApp } from '../survey-app.ts'
import { answerPages } from './answer-pages.ts'
import { purposeOf } from './form-purpose.ts'
import { thanksFor } from './thanks.ts'

/** A survey link as letters and pages write it; other URLs go to the router. */
const LINK = /^\/s\/([\w-]{1,100})(?:\?lang=(zh-CN|en))?$/

/** Server options: most requests have no body, so no stream is created for them. */
export const serverOptions: ServerOptions = {
  optimizeEmptyRequests: true,
  // A form has at most 64 KB, so a slower sender is stuck. Checked every 5 seconds.
  requestTimeout: 45_000,
  connectionsCheckingInterval: 5_000,
}

/**
 * Fast path for the two most frequent requests: opening the questionnaire and submitting the answer. Handles success
 * only; everything else falls back to the router in `otherwise`.
 */
export function expressLane(app: SurveyApp, otherwise: RequestListener): RequestListener {
  const open = openLane(app)
  const take = answerLane(app)
  return (request, response) => {
    const link = LINK.exec(request.url ?? '')
    const lane = request.method === 'GET' ? open : request.method === 'POST' && isSmallForm(request) ? take : null
    if (!link?.[1] || !lane) return otherwise(request, response)
    const [, token, hint] = link
    const passing: Passing = { token, hint: hint ?? '', request, response, body: null }
    const leave = () => {
      // The router reads a body that was already consumed here.
      if (passing.body) Object.assign(request, { rawBody: passing.body })
      otherwise(request, response)
    }
    // The router meets the same error again, logs it and answers.
    void lane(passing).then((done) => done || leave(), leave)
  }
}

interface Passing {
  readonly token: string
  readonly hint: string
  readonly request: IncomingMessage
  readonly response: ServerResponse
  /** The body, once it has been read. */
  body: Buffer | null
}

/** Answers a request; returns false if it left it untouched. */
type Lane = (passing: Passing) => Promise<boolean>

function openLane(app: SurveyApp): Lane {
  const pages = answerPages(app.survey.timeZone)
  const organisation = recentOrganisation(app)
  const headers = securityHeaderList(app.surveyUrl)
  const line = accessLine('GET', '/s/x', 200)
  return async ({ token, hint, request, response }) => {
    const shown = await showInvitation(app.survey, { token })
    if (!shown.ok || shown.value.draft) return false
    const locale = localeFor(hint, () => shown.value.locale)
    const page = pages(shown.value, locale, await organisation())
    const encoding = encodingFor(request.headers['accept-encoding'])
    const body = page.body(encoding, newReceipt(app.survey.tokens))
    const packed = encoding === null ? [] : ['Vary', 'Accept-Encoding', 'Content-Encoding', encoding]
    response.writeHead(200, [...headers, ...packed, ...HTML, 'Content-Length', String(body.length)])
    response.end(body, 'latin1')
    app.access(line)
    return true
  }
}

const HTML = ['Content-Type', 'text/html; charset=UTF-8']

function answerLane(app: SurveyApp): Lane {
  const headers = securityHeaderList(app.surveyUrl)
  const line = accessLine('POST', '/s/x', 303)
  return async (passing) => {
    const { token, hint, request, response } = passing
    const body = await wholeBody(request)
    passing.body = body
    const { origin, 'sec-fetch-site': fetchSite, 'accept-language': wanted } = request.headers
    const fields = fieldsOf(body)
    const site = typeof fetchSite === 'string' ? fetchSite : undefined
    if (!mayBeOurForm({ origin, fetchSite: site }, app.surveyUrl) || purposeOf(fields) !== 'send') return false
    const locale: Locale = localeFor(hint, () => preferredLocale(wanted, app.defaultLocale))
    const recorded = await recordAnswer(app.survey, { token, receipt: fields.receipt ?? '', locale, fields })
    if (!recorded.ok) return false
    const { location, cookie } = thanksFor(app.surveyUrl, `/s/${token}`, recorded.value.receipt, locale)
    response.writeHead(303, [...headers, 'Location', location, 'Set-Cookie', cookie, 'Content-Length', '0'])
    response.end()
    app.access(line)
    return true
  }
}

/** True for a form with a body small enough to buffer. */
function isSmallForm({ headers }: IncomingMessage): boolean {
  return Number(headers['content-length']) <= MOST_BYTES && isForm(headers['content-type'])
}

/** Never settles if the connection breaks, because no client is left to answer. */
function wholeBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)))
  })
}
