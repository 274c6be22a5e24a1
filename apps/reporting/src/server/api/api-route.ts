import type { HttpBindings } from '@hono/node-server'
import { type Locale, preferredLocale } from '@wayproof/kernel'
import { messages } from '@wayproof/messages'
import { isDiskFull } from '@wayproof/store'
import { type Context, Hono } from 'hono'
import type { Parts } from '../context.ts'
import { type ApiFaultCode, GUESSES, MAX_BODY, STATUS } from './api-limits.ts'
import { checkApiKey } from './check-api-key.ts'
import { openApi } from './openapi.ts'
import { type PutFault, putTravelers } from './put-travelers.ts'
import { readBody } from './read-body.ts'

type ApiApp = { Bindings: Partial<HttpBindings> }

/** What outside systems call with a key. Neither cookie nor origin counts here, so nothing a browser holds opens it. */
export function apiRoute(parts: Parts): Hono<ApiApp> {
  const localeOf = (c: Context) => preferredLocale(c.req.header('accept-language'), parts.defaultLocale)
  const refuse = (c: Context, fault: PutFault | { readonly code: ApiFaultCode }) => {
    c.header('content-language', localeOf(c))
    if (fault.code === 'no-key') c.header('www-authenticate', 'Bearer')
    return c.json({ error: errorOf(fault, localeOf(c)) }, STATUS[fault.code])
  }
  /** Requests under way, by key and the sender's name for them. */
  const running = new Set<string>()
  return new Hono<ApiApp>()
    .get('/openapi.json', (c) => c.json(openApi(parts.reportingUrl, localeOf(c))))
    .post('/travelers', async (c) => {
      const authorization = c.req.header('authorization')
      const key = await checkApiKey(parts, { authorization, scope: 'travelers:write' })
      if (!key) {
        const peer = c.env?.incoming?.socket.remoteAddress ?? ''
        const wait = await parts.store.callLimits.take(`api-guess|${peer}`, GUESSES, parts.clock.now())
        return refuse(c, { code: wait === null ? 'no-key' : 'too-many-guesses' })
      }
      if (!c.req.header('content-type')?.startsWith('application/json')) return refuse(c, { code: 'not-json' })
      const askedAs = c.req.header('idempotency-key') ?? null
      if (askedAs !== null && !/^[\x21-\x7e]{1,200}$/.test(askedAs)) return refuse(c, { code: 'bad-name' })
      const body = await readBody(c.req.raw, MAX_BODY)
      if (!body) return refuse(c, { code: 'body-too-large' })
      const name = askedAs === null ? parts.ids.next() : `${key.id} ${askedAs}`
      if (running.has(name)) return refuse(c, { code: 'still-running' })
      running.add(name)
      try {
        const put = await putTravelers(parts, { key, askedAs, body })
        return put.ok ? c.body(put.value, 200, { 'content-type': 'application/json' }) : refuse(c, put.fault)
      } catch (error) {
        if (isDiskFull(error)) return refuse(c, { code: 'disk-full' })
        throw error
      } finally {
        running.delete(name)
      }
    })
}

function errorOf(fault: PutFault | { readonly code: ApiFaultCode }, locale: Locale) {
  const words = messages(locale)
  const error = { code: fault.code, message: words.api.faults[fault.code] }
  if (!('rows' in fault)) return error
  const rows = fault.rows.map((row) => {
    const { rowNumber, column, code } = row
    return { row: rowNumber, field: column, code, message: words.registers.rowFault(row) }
  })
  return { ...error, rows }
}
