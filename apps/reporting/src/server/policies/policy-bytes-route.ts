import { Hono } from 'hono'
import { refusal } from '../http/refusal.ts'
import { type Services, signedIn } from '../trpc/context.ts'

/**
 * `GET /policy-bytes/:digest`: a page as the monitor received it. A download, never displayed, because it is someone
 * else's HTML.
 */
export function policyBytesRoute(services: Services): Hono {
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
