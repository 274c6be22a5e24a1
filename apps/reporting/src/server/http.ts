import type { HttpBindings } from '@hono/node-server'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { LOGO_PATH } from '@wayproof/kernel/brand/brand'
import { logoResponse } from '@wayproof/kernel/brand/logo-response'
import { hasCallerLeft } from '@wayproof/kernel/http/caller-left'
import { SECURITY_TEXT_PATH, securityText } from '@wayproof/kernel/http/security-text'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { API_PAGE, apiPage } from './api/api-page.ts'
import { apiRoute } from './api/api-route.ts'
import { evidenceRoute } from './evidence/evidence-route.ts'
import { exportRoute } from './export/export-route.ts'
import { recordExport } from './export/record-export.ts'
import { callerOf, withCaller } from './http/caller.ts'
import { damagedPage } from './http/damaged-page.ts'
import { databaseRefusal } from './http/database-refusal.ts'
import { type DrawHome, homeDrawing } from './http/drawn-home.ts'
import { logRefused } from './http/log-refused.ts'
import { pages } from './http/pages.ts'
import { refusal } from './http/refusal.ts'
import { refusalLog } from './http/refusal-log.ts'
import { requestId, withRequestId } from './http/request-id.ts'
import { sameOrigin } from './http/same-origin.ts'
import { securityHeaders } from './http/security-headers.ts'
import { shallowJson } from './http/shallow-json.ts'
import type { WebFiles } from './http/web-files.ts'
import { importRoute } from './import/import-route.ts'
import { policyBytesRoute } from './policies/policy-bytes-route.ts'
import { noFilesBesideSample } from './sample-data/beside-sample.ts'
import { authRoute } from './sign-in/auth-route.ts'
import { createContext, type Services } from './trpc/context.ts'
import { errorData } from './trpc/error-shape.ts'
import { readersOnly } from './trpc/readers-only.ts'
import { appRouter } from './trpc/router.ts'

const MEGABYTE = 1024 * 1024
const BATCH = 10

/** The whole server. The order matters: request ID, headers, then the checks of who may send what. */
export function httpApp(services: Services, web: WebFiles, draw: DrawHome | null = null): Hono {
  const { clock, ids, log, reportingUrl } = services
  const logRefusal = refusalLog(clock, log)
  const app = new Hono()
  app.use(async (c, next) => {
    const id = ids.next()
    await withRequestId(id, next)
    c.header('x-request-id', id)
  })
  // Set last, so that they replace those of a page.
  app.use('/evidence/*', async (c, next) => {
    await next()
    c.header('content-security-policy', "sandbox; default-src 'none'; base-uri 'none'; frame-ancestors 'none'")
  })
  app.use(securityHeaders(reportingUrl))
  app.onError((error, c) => {
    if (hasCallerLeft(error)) return c.body(null, 400)
    log({ level: 'error', event: 'request-failed', errorId: requestId(), at: c.req.routePath, stack: error.stack })
    const unkept = databaseRefusal(error)
    return unkept ? c.json(unkept.body, unkept.status) : c.json(refusal('INTERNAL_SERVER_ERROR', 500), 500)
  })
  for (const path of ['/trpc/*', '/api/*', '/import/*', '/export/*', '/evidence/*', '/policy-bytes/*']) {
    app.use(path, async (c, next) => {
      await next()
      const isStream = c.res.headers.get('content-type') === 'text/event-stream'
      c.header('cache-control', isStream ? 'no-store, no-transform' : 'no-store')
    })
  }
  // Pages hear at once what a request changed, without waiting for the next look.
  app.use(async (c, next) => {
    await next()
    if (c.req.method !== 'GET') void services.changes.look()
  })
  // Before the origin check: outside systems have no origin, and a cookie opens nothing here.
  app.use('/api/v1/*', logRefused(logRefusal))
  app.route('/api', apiRoute(services))
  app.use(sameOrigin(reportingUrl, logRefusal))
  const small = bodyLimit({ maxSize: MEGABYTE, onError: (c) => c.json(refusal('PAYLOAD_TOO_LARGE', 413), 413) })
  app.use('/trpc/*', small, shallowJson(logRefusal)).use('/api/*', small, shallowJson(logRefusal))
  // Another site's page can send a form without a preflight request, so a form is never a call.
  app.post('/trpc/*', async (c, next) => {
    const isJson = c.req.header('content-type')?.startsWith('application/json')
    return isJson ? next() : c.json(refusal('UNSUPPORTED_MEDIA_TYPE', 415), 415)
  })

  app.get(SECURITY_TEXT_PATH, async (c, next) => {
    const organisation = await services.store.organisation.get()
    if (!organisation) return next()
    return c.text(securityText({ url: reportingUrl, email: organisation.contactEmail, now: clock.now() }), 200, {
      'cache-control': 'no-store',
    })
  })

  type FromLine = { Bindings: Partial<HttpBindings> }
  app.route(
    '/',
    new Hono<FromLine>().use('/trpc/*', (c, next) => withCaller(callerOf(services, c), next)),
  )
  app.all('/trpc/*', compress(), (c) =>
    fetchRequestHandler({
      endpoint: '/trpc',
      req: c.req.raw,
      router: appRouter,
      maxBatchSize: BATCH,
      allowMethodOverride: false,
      createContext: ({ resHeaders, info }) =>
        createContext(services, {
          headers: c.req.raw.headers,
          answer: resHeaders,
          isUse: info.type !== 'subscription',
        }),
      onError: ({ error, path, ctx }) => {
        const { code, faultCode, errorId } = errorData(error)
        const at = path !== undefined && Object.hasOwn(appRouter._def.procedures, path) ? path : 'no such procedure'
        const userId = ctx?.user?.id ?? null
        if (code === 'INTERNAL_SERVER_ERROR') {
          log({ level: 'error', event: 'request-failed', errorId, at, code, userId, stack: error.stack })
        } else {
          logRefusal({ event: 'refused', code, at, faultCode, errorId, userId })
        }
      },
    }),
  )
  app.use('/api/auth/*', logRefused(logRefusal))
  app.route('/api/auth', authRoute(services, logRefusal))
  for (const path of ['/import/*', '/export/*', '/evidence/*', '/policy-bytes/*'])
    app.use(path, logRefused(logRefusal), readersOnly(services))
  for (const path of ['/import/*', '/evidence/*']) app.use(path, noFilesBesideSample(services))
  app.route('/import', importRoute(services))
  app.use('/export/*', recordExport(services))
  app.route('/export', exportRoute(services))
  app.route('/evidence', evidenceRoute(services))
  app.route('/policy-bytes', policyBytesRoute(services))
  app.get(API_PAGE, apiPage(services, web))
  app.get(LOGO_PATH, async (c) => logoResponse(await services.store.brand.logo(c.req.param('id'))))
  app.route('/', pages(web, services.defaultLocale, homeDrawing(services, draw), damagedPage(services)))
  return app
}
