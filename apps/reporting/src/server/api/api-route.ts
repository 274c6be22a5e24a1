import type { HttpBindings } from '@hono/node-server'
import type { ApiScope } from '@wayproof/accounts/accounts/api-key-store'
import { isDiskFull } from '@wayproof/database/database-fault'
import { isRegisterId } from '@wayproof/evidence/register'
import { IMPORTED_REGISTERS } from '@wayproof/evidence/registers/register-overview-store'
import { actingAs } from '@wayproof/journal/audit-log/acting-user'
import { isSampleLoaded } from '@wayproof/journal/sample-data/sample-data'
import { type Locale, preferredLocale } from '@wayproof/kernel/people/locale'
import { readScorecard } from '@wayproof/scorecard/read-scorecard'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { callerOf } from '../http/caller.ts'
import { hasSample } from '../sample-data/beside-sample.ts'
import type { Services } from '../trpc/context.ts'
import { atHalfYear } from '../trpc/input.ts'
import { scorecardPorts } from '../trpc/ports.ts'
import { GUESSES, MAX_BODY, STATUS } from './api-limits.ts'
import { checkApiKey } from './check-api-key.ts'
import { listRows, MAX_LISTED } from './list-rows.ts'
import { openApi } from './openapi.ts'
import { type ApiFault, problemOf } from './problem.ts'
import { putRows } from './put-rows.ts'
import { readBody } from './read-body.ts'
import { scorecardJson } from './scorecard-json.ts'

type ApiApp = { Bindings: Partial<HttpBindings> }

const listInput = z.strictObject({
  limit: z.coerce.number().int().min(1).max(MAX_LISTED).default(100),
  after: z.string().max(1_000).optional(),
})

/**
 * The API for outside systems. It accepts keys only: cookies and origins are ignored, so a browser's session gives no
 * access.
 */
export function apiRoute(services: Services): Hono<ApiApp> {
  const localeOf = (c: Context) => preferredLocale(c.req.header('accept-language'), services.defaultLocale)
  const refuse = (c: Context, fault: ApiFault) => {
    c.header('content-language', localeOf(c))
    c.header('content-type', 'application/problem+json')
    if (fault.code === 'no-key') c.header('www-authenticate', 'Bearer')
    return c.body(JSON.stringify(problemOf(fault, localeOf(c))), STATUS[fault.code])
  }
  const refuseMethod = (c: Context, allowed: string) => {
    c.header('allow', allowed)
    return refuse(c, { code: 'wrong-method' })
  }
  /** The key of a request that it permits; else the reason of the refusal. */
  async function keyOf(c: Context<ApiApp>, scope: ApiScope) {
    const key = await checkApiKey(services, { authorization: c.req.header('authorization'), scope })
    if (key.ok || key.fault.code === 'not-in-scope') return key
    const address = callerOf(services, c)
    if (address === null) return key
    const wait = await services.store.callLimits.take(`api-guess|${address}`, GUESSES, services.clock.now())
    if (wait === null) return key
    c.header('retry-after', String(Math.ceil(wait / 1_000)))
    return { ok: false, fault: { code: 'too-many-guesses' } } as const
  }
  const acting = (keyId: string) => ({ actorId: keyId, at: services.clock.now() })
  const recordReading = (subject: string) =>
    services.store.auditLog.addReadingByKey({ act: 'read-by-key', at: services.clock.now(), subject })
  /** The description is the same for everyone, so it is built once for each language. */
  const descriptions = new Map<Locale, string>()
  /** Requests in progress, by key and idempotency key. */
  const runningKeys = new Set<string>()
  return new Hono<ApiApp>()
    .get('/openapi.json', (c) => {
      const locale = localeOf(c)
      const description = descriptions.get(locale) ?? JSON.stringify(openApi(services.reportingUrl, locale))
      descriptions.set(locale, description)
      return c.body(description, 200, { 'content-type': 'application/json' })
    })
    .post('/v1/registers/:register/rows', async (c) => {
      const register = IMPORTED_REGISTERS.find((id) => id === c.req.param('register'))
      const key = await keyOf(c, `${register ?? 'partners'}:write`)
      if (!key.ok && !(key.fault.code === 'not-in-scope' && !register)) return refuse(c, key.fault)
      if (!register || !key.ok) return refuse(c, { code: 'register-unknown' })
      if (await hasSample(services)) return refuse(c, { code: 'sample-loaded' })
      if (!c.req.header('content-type')?.startsWith('application/json')) return refuse(c, { code: 'not-json' })
      const askedAs = c.req.header('idempotency-key') ?? null
      if (askedAs !== null && !/^[\x21-\x7e]{1,200}$/.test(askedAs)) return refuse(c, { code: 'bad-name' })
      const body = await readBody(c.req.raw, MAX_BODY)
      if (!body) return refuse(c, { code: 'body-too-large' })
      const name = askedAs === null ? services.ids.next() : `${key.value.id} ${askedAs}`
      if (runningKeys.has(name)) return refuse(c, { code: 'still-running' })
      runningKeys.add(name)
      try {
        const call = { register, key: key.value, askedAs, body }
        const putResult = await actingAs(acting(key.value.id), () => putRows(services, call))
        return putResult.ok
          ? c.body(putResult.value, 200, { 'content-type': 'application/json' })
          : refuse(c, putResult.fault)
      } catch (error) {
        if (isDiskFull(error)) return refuse(c, { code: 'disk-full' })
        if (isSampleLoaded(error)) return refuse(c, { code: 'sample-loaded' })
        throw error
      } finally {
        runningKeys.delete(name)
      }
    })
    .get('/v1/registers/:register/rows', async (c) => {
      const register = c.req.param('register')
      const isKnown = isRegisterId(register)
      const key = await keyOf(c, `${isKnown ? register : 'partners'}:read`)
      if (!key.ok && !(key.fault.code === 'not-in-scope' && !isKnown)) return refuse(c, key.fault)
      if (!isKnown || !key.ok) return refuse(c, { code: 'register-unknown' })
      // A program sees no mark, and would take made-up rows for real ones.
      if (await hasSample(services)) return refuse(c, { code: 'sample-loaded' })
      const query = listInput.safeParse(c.req.query())
      if (!query.success) return refuse(c, { code: 'bad-query' })
      const { limit, after = null } = query.data
      const rows = await actingAs(acting(key.value.id), async () => {
        await recordReading(register)
        return listRows(services, { register, limit, after })
      })
      return rows.ok ? c.json(rows.value) : refuse(c, { code: 'bad-query' })
    })
    .get('/v1/scorecard', async (c) => {
      const key = await keyOf(c, 'scorecard:read')
      if (!key.ok) return refuse(c, key.fault)
      if (await hasSample(services)) return refuse(c, { code: 'sample-loaded' })
      const query = atHalfYear.safeParse(c.req.query())
      if (!query.success) return refuse(c, { code: 'bad-period' })
      const scorecard = await readScorecard(scorecardPorts(services), query.data)
      if (!scorecard.ok) return refuse(c, { code: 'bad-period' })
      await actingAs(acting(key.value.id), () => recordReading('scorecard'))
      c.header('content-language', localeOf(c))
      return c.json(scorecardJson(scorecard.value, localeOf(c)))
    })
    .all('/v1/registers/:register/rows', (c) => refuseMethod(c, 'GET, HEAD, POST'))
    .all('/v1/scorecard', (c) => refuseMethod(c, 'GET, HEAD'))
    .all('/v1/*', (c) => refuse(c, { code: 'address-unknown' }))
}
