import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { PEER_HEADER } from './auth.ts'
import type { Parts } from './context.ts'

/** Of everything the sign-in library offers, only what the dashboard uses. */
export function authRoute({ auth }: Parts): Hono<{ Bindings: Partial<HttpBindings> }> {
  const app = new Hono<{ Bindings: Partial<HttpBindings> }>()
  return app
    .on('POST', ['/sign-in/email', '/sign-out', '/change-password'], (c) => {
      const request = new Request(c.req.raw)
      // Whatever the client says of itself, calls are counted by the address at the other end of the line.
      request.headers.set(PEER_HEADER, c.env?.incoming?.socket.remoteAddress ?? '')
      return auth.handler(request)
    })
    .get('/get-session', (c) => auth.handler(c.req.raw))
}
