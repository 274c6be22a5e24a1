import type { MiddlewareHandler } from 'hono'
import { pathKind } from './path-kind.ts'
import { refusal } from './refusal.ts'
import type { Refusal } from './refusal-log.ts'
import { requestId } from './request-id.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Accepts a request that could change something only from our own pages. Browsers send the origin with every such
 * request, so a request without one is refused, too.
 */
export function sameOrigin(publicUrl: string, onRefusal: (refusal: Refusal) => void): MiddlewareHandler {
  const { origin } = new URL(publicUrl)
  return async (c, next) => {
    const site = c.req.header('sec-fetch-site')
    const isOwnOrigin = c.req.header('origin') === origin && (site === undefined || site === 'same-origin')
    if (SAFE.has(c.req.method) || isOwnOrigin) return next()
    onRefusal({ event: 'refused-origin', code: 'FORBIDDEN', at: pathKind(c.req.path), errorId: requestId() })
    return c.json(refusal('FORBIDDEN', 403), 403)
  }
}
