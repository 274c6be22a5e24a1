import type { HttpBindings } from '@hono/node-server'
import type { ApiKey, ApiScope } from '@wayproof/accounts/accounts/api-key-store'
import { isDiskFull } from '@wayproof/database/database-fault'
import type { Cell, Field } from '@wayproof/evidence/import/field'
import type { RowFault } from '@wayproof/evidence/import/table-fault'
import { isRegisterId, type RegisterId, registers } from '@wayproof/evidence/register'
import { IMPORTED_REGISTERS } from '@wayproof/evidence/registers/register-overview-store'
import type { StoredRow } from '@wayproof/evidence/rows/ports'
import { actingAs } from '@wayproof/journal/audit-log/acting-user'
import { isSampleLoaded } from '@wayproof/journal/sample-data/sample-data'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { type Locale, preferredLocale } from '@wayproof/kernel/people/locale'
import { equalBytes } from '@wayproof/kernel/secrets/keyring'
import { messages } from '@wayproof/messages/messages'
import { readScorecard } from '@wayproof/scorecard/read-scorecard'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { callerOf } from '../http/caller.ts'
import { hasSample } from '../sample-data/beside-sample.ts'
import type { Services } from '../trpc/context.ts'
import { atHalfYear } from '../trpc/input.ts'
import { scorecardPorts } from '../trpc/ports.ts'
import { type ApiFaultCode, GUESSES, MAX_BODY, STATUS } from './api-limits.ts'
import { idOfToken } from './api-token.ts'
import { openApi } from './openapi.ts'
import { putRows } from './put-rows.ts'
import { readBody } from './read-body.ts'
import { scorecardJson } from './scorecard-json.ts'

const MAX_LISTED = 1_000

interface ListRows {
  readonly register: RegisterId
  /** From 1 to 1,000. */
  readonly limit: number
  /** Key of the last row of the previous page. */
  readonly after: string | null
}

/** Lists rows of a register by key, in the format in which they are sent. Fault: `bad-query`. */
async function listRows(
  { store }: Pick<Services, 'store'>,
  { register, limit, after }: ListRows,
): Promise<Outcome<{ readonly rows: readonly object[]; readonly next: string | null }>> {
  const page = await store.rows.after(register, after, limit + 1)
  if (!page) return fail('bad-query')
  const rows = page.slice(0, limit)
  const next = page.length > limit ? (rows.at(-1)?.key ?? null) : null
  return ok({ rows: rows.map((row) => rowJson(registers[register].fields, row)), next })
}

function rowJson(fields: readonly Field[], { key, cells, origin }: StoredRow) {
  const row = Object.fromEntries(fields.map((field) => [field.name, jsonCell(field, cells[field.name] ?? null)]))
  const source = origin && { ...origin, at: new Date(origin.at).toISOString() }
  return { key, row, source }
}

const jsonCell = ({ kind }: Field, cell: Cell) =>
  kind === 'instant' && typeof cell === 'number' ? new Date(cell).toISOString() : cell

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

type ApiFault = { readonly code: ApiFaultCode; readonly rows?: readonly RowFault[] }

/** The reason of a refusal, in the reader's language (RFC 9457). */
function problemOf({ code, rows }: ApiFault, locale: Locale) {
  const words = messages(locale)
  const problem = { type: `urn:wayproof:${code}`, title: words.api.faults[code], status: STATUS[code], code }
  if (!rows) return problem
  return {
    ...problem,
    rows: rows.map((row) => {
      const { rowNumber, column, code } = row
      return { row: rowNumber, field: column, code, message: words.registers.rowFault(row) }
    }),
  }
}

/** Compared if there is no such key, so that timing does not distinguish a revoked key from an unknown one. */
const NO_HASH = new Uint8Array(32)

/**
 * Returns the key that an `Authorization` header proves, and records the day of use.
 * Faults: `no-key` without a reason; `not-in-scope` if the key is valid but lacks the permission.
 */
async function checkApiKey(
  { store, clock, keyring, timeZone }: Pick<Services, 'store' | 'clock' | 'keyring' | 'timeZone'>,
  { authorization, scope }: { readonly authorization: string | undefined; readonly scope: ApiScope },
): Promise<Outcome<Pick<ApiKey, 'id' | 'name'>, { readonly code: 'no-key' | 'not-in-scope' }>> {
  const [, token = ''] = /^bearer +(\S{1,200})$/i.exec(authorization ?? '') ?? []
  const id = idOfToken(token)
  const key = id === null ? null : await store.apiKeys.valid(id)
  const isRight = equalBytes(keyring.mac('api-key', token), key?.keyHash ?? NO_HASH)
  if (!key || !isRight) return fail('no-key')
  if (!key.scopes.includes(scope)) return fail('not-in-scope')
  const today = dateAt(clock.now(), timeZone)
  if (key.lastUsedOn !== today) await store.apiKeys.used(key.id, today)
  return ok({ id: key.id, name: key.name })
}
