import type { HttpBindings } from '@hono/node-server'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { READER_ROLES } from '@wayproof/accounts/accounts/person'
import { actingAs } from '@wayproof/journal/audit-log/acting-user'
import { LOGO_PATH } from '@wayproof/kernel/brand/brand'
import { logoResponse } from '@wayproof/kernel/brand/logo-response'
import { hasCallerLeft } from '@wayproof/kernel/http/caller-left'
import { SECURITY_TEXT_PATH, securityText } from '@wayproof/kernel/http/security-text'
import { isNestedDeeper } from '@wayproof/kernel/json/json-depth'
import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { NONCE, secureHeaders } from 'hono/secure-headers'
import { API_PAGE, apiPage } from './api/api-page.ts'
import { apiRoute } from './api/api-route.ts'
import { evidenceRoute } from './evidence/evidence-route.ts'
import { exportRoute } from './export/export-route.ts'
import { callerOf, withCaller } from './http/caller.ts'
import { databaseRefusal } from './http/database-refusal.ts'
import { type DrawHome, homeDrawing } from './http/drawn-home.ts'
import { logRefused, pathKind, type Variables } from './http/log-refused.ts'
import { damagedPage, pages } from './http/pages.ts'
import { refusal } from './http/refusal.ts'
import { type Refusal, refusalLog } from './http/refusal-log.ts'
import { requestId, withRequestId } from './http/request-id.ts'
import type { WebFiles } from './http/web-files.ts'
import { importRoute } from './import/import-route.ts'
import { hasSample, noFilesBesideSample } from './sample-data/beside-sample.ts'
import { authRoute } from './sign-in/auth-route.ts'
import { createContext, type Services, signedIn } from './trpc/context.ts'
import { errorData } from './trpc/error-shape.ts'
import { waveKey } from './trpc/input.ts'
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

/** Refuses users whose role reads no figures; callers who are not signed in get the route's own refusal. */
const readersOnly =
  (services: Services): MiddlewareHandler<{ Variables: Variables }> =>
  async (c, next) => {
    const user = await signedIn(services, c.req.raw.headers)
    if (!user) return next()
    c.set('userId', user.id)
    if (!READER_ROLES.includes(user.role)) return c.json(refusal('FORBIDDEN', 403), 403)
    return actingAs({ actorId: user.id, at: services.clock.now() }, next)
  }

/** Refuses a call with deeply nested JSON, in the body or in an address: parsing it would overflow the stack. */
const shallowJson =
  (onRefusal: (refusal: Refusal) => void): MiddlewareHandler =>
  async (c, next) => {
    const texts = Object.values(c.req.queries()).flat()
    // Read from a copy, because the call still needs its body.
    if (c.req.raw.body) texts.push(await c.req.raw.clone().text())
    if (!texts.some((text) => isNestedDeeper(text))) return next()
    const at = c.req.path.startsWith('/trpc/') ? '/trpc' : '/api'
    onRefusal({ event: 'refused', code: 'BAD_REQUEST', at, faultCode: 'too-deep', errorId: requestId() })
    return c.json(refusal('BAD_REQUEST', 400, 'too-deep'), 400)
  }

/**
 * `GET /policy-bytes/:digest`: a page as the monitor received it. A download, never displayed, because it is someone
 * else's HTML.
 */
function policyBytesRoute(services: Services): Hono {
  return new Hono().get('/:digest{[0-9a-f]{64}}', async (c) => {
    const user = await signedIn(services, c.req.raw.headers)
    if (!user) return c.json(refusal('UNAUTHORIZED', 401), 401)
    const digest = c.req.param('digest')
    const bytes = await services.store.policies.bytes(digest)
    if (!bytes) return c.json(refusal('NOT_FOUND', 404), 404)
    return c.body(Uint8Array.from(bytes), 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${digest.slice(0, 12)}.bin"`,
    })
  })
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Accepts a request that could change something only from our own pages. Browsers send the origin with every such
 * request, so a request without one is refused, too.
 */
function sameOrigin(publicUrl: string, onRefusal: (refusal: Refusal) => void): MiddlewareHandler {
  const { origin } = new URL(publicUrl)
  return async (c, next) => {
    const site = c.req.header('sec-fetch-site')
    const isOwnOrigin = c.req.header('origin') === origin && (site === undefined || site === 'same-origin')
    if (SAFE.has(c.req.method) || isOwnOrigin) return next()
    onRefusal({ event: 'refused-origin', code: 'FORBIDDEN', at: pathKind(c.req.path), errorId: requestId() })
    return c.json(refusal('FORBIDDEN', 403), 403)
  }
}

/** Files without sample data: empty ones, and the log of what people did. */
const OWN = /^\/export\/(templates|audit-log)\b/

/**
 * Records each export in the audit log before its first byte leaves; without an entry there is no file. The name of a file
 * of sample data says so, because a table has no other place for it.
 */
const recordExport =
  ({ store, clock }: Pick<Services, 'store' | 'clock'>): MiddlewareHandler =>
  async (c, next) => {
    await next()
    if (c.res.status !== 200) return
    const disposition = c.res.headers.get('content-disposition')
    if (disposition && !OWN.test(c.req.path) && (await hasSample({ store, clock })))
      c.header('content-disposition', disposition.replace('filename="', 'filename="sample-data-'))
    const period = waveKey.safeParse(c.req.query('period'))
    await store.auditLog.add({
      act: 'exported',
      at: clock.now(),
      subject: c.req.path.replace('/export/', '').replace('/', '.'),
      details: period.success ? { period: period.data } : {},
    })
  }

/**
 * Headers of every response, including errors and files. Only our own scripts run; styles need the nonce of the page.
 */
function securityHeaders(publicUrl: string): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", NONCE],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    xFrameOptions: 'DENY',
    referrerPolicy: 'no-referrer',
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    strictTransportSecurity: publicUrl.startsWith('https:') ? 'max-age=31536000; includeSubDomains' : false,
    permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
  })
}
