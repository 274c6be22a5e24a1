import { isNestedDeeper } from '@wayproof/kernel/json/json-depth'
import type { MiddlewareHandler } from 'hono'
import { refusal } from './refusal.ts'
import type { Refusal } from './refusal-log.ts'
import { requestId } from './request-id.ts'

/** Refuses a call with deeply nested JSON, in the body or in an address: parsing it would overflow the stack. */
export const shallowJson =
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
