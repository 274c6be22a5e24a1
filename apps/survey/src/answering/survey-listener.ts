import type { IncomingMessage, RequestListener, ServerOptions } from 'node:http'
import { type Brand, NO_BRAND } from '@wayproof/kernel/brand/brand'
import { ok } from '@wayproof/kernel/outcome'
import { PRESELECTION } from '@wayproof/survey/links/preselection'
import { accessLine } from '../http/access-log.ts'
import type { PageRequest } from '../http/page-response.ts'
import { PATHS } from '../http/paths.ts'
import { fieldsOf, isForm, MAX_BYTES } from '../http/read-form.ts'
import { securityHeadersOf } from '../http/security-headers.ts'
import type { SurveyApp } from '../survey-app.ts'
import { answerHandler } from './answer-handler.ts'

/** A survey link as letters and pages write it; the router reads other spellings. */
const LINK = /^\/s\/([\w-]{1,100})(?:\?lang=([\w-]{2,20}))?$/

/** The link of an option in a letter. */
const OPTION_LINK = new RegExp(`^/s/([\\w-]{1,100})\\?${PRESELECTION}=([\\w-]{1,100})$`)

/** Server options: most requests have no body, so no stream is created for them. */
export const serverOptions: ServerOptions = {
  optimizeEmptyRequests: true,
  // A form has at most 64 KB, so a slower sender is stuck. Checked every 5 seconds.
  requestTimeout: 45_000,
  connectionsCheckingInterval: 5_000,
}

/**
 * Calls the answer handler without the router for survey links, which are nearly all requests. Forms of unknown or
 * large size go through the router, which bounds what it reads. The router is loaded at its first request, because it
 * and Node's fetch classes take 25 MB.
 */
export function surveyListener(app: SurveyApp): RequestListener {
  const answer = answerHandler(app)
  let router: Promise<RequestListener> | undefined
  const security = brandHeaders(app.surveyUrl)
  return async (incoming, outgoing) => {
    const { method = '', url = '' } = incoming
    const [, plainToken, lang] = LINK.exec(url) ?? []
    const [, token = plainToken, code] = plainToken === undefined ? (OPTION_LINK.exec(url) ?? []) : []
    const isPost = method === 'POST' && isSmallForm(incoming)
    if (token === undefined || !(method === 'GET' || isPost)) {
      router ??= import('../router-listener.ts').then(({ routerListener }) => routerListener(app, answer))
      try {
        return (await router)(incoming, outgoing)
      } catch (error) {
        // The folder of the release was moved: it is read again at the next request.
        router = undefined
        app.log({ level: 'error', event: 'request-failed', error: String(error) })
        return outgoing.writeHead(503).end()
      }
    }
    const form = isPost ? ok(fieldsOf(await wholeBody(incoming))) : null
    const { status, headers, body } = await answer({
      token,
      request: pageRequest(incoming, { lang, [PRESELECTION]: code }),
      form,
    })
    const named = await app.organisation.get().catch(() => null)
    outgoing.writeHead(status, { ...security(named?.brand ?? NO_BRAND), ...headers, 'Content-Length': body.length })
    outgoing.end(body, 'latin1')
    app.access(accessLine(method, PATHS.survey, status))
  }
}

/** The headers of the latest brand, which changes once in years. */
function brandHeaders(surveyUrl: string): (brand: Brand) => Readonly<Record<string, string>> {
  let latest: { readonly brand: Brand; readonly headers: Readonly<Record<string, string>> } | undefined
  return (brand) => {
    if (latest?.brand !== brand) latest = { brand, headers: securityHeadersOf(surveyUrl, brand) }
    return latest.headers
  }
}

const pageRequest = (
  { method = '', headers }: IncomingMessage,
  query: Readonly<Record<string, string | undefined>>,
): PageRequest => ({
  method,
  header: (name) => {
    const value = headers[name]
    return typeof value === 'string' ? value : undefined
  },
  query: (name) => query[name],
})

/** True for a form with a body small enough to buffer. */
function isSmallForm({ headers }: IncomingMessage): boolean {
  return Number(headers['content-length']) <= MAX_BYTES && isForm(headers['content-type'])
}

/** Never settles if the connection breaks, because no client is left to answer. */
function wholeBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)))
  })
}
