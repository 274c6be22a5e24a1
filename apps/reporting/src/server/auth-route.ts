import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { withCaller } from './caller.ts'
import { callerOf } from './caller-address.ts'
import { type Parts, signedIn } from './context.ts'
import { refusal } from './refusal.ts'
import { CHANGE_PASSWORD, SIGN_IN } from './sign-in-limit.ts'

type AuthApp = { Bindings: Partial<HttpBindings> }

/** Of everything the sign-in library offers, only what the dashboard uses. */
export function authRoute(parts: Parts): Hono<AuthApp> {
  const { auth } = parts
  return new Hono<AuthApp>()
    .post(SIGN_IN, (c) => withCaller(callerOf(parts, c), () => auth.handler(c.req.raw)))
    .post(CHANGE_PASSWORD, async (c) => {
      // The library does not know when our sessions end.
      if (!(await signedIn(parts, c.req.raw.headers))) return c.json(refusal('UNAUTHORIZED', 401), 401)
      return withCaller(callerOf(parts, c), () => auth.handler(c.req.raw))
    })
    .post('/sign-out', (c) => auth.handler(c.req.raw))
    .get('/get-session', async (c) =>
      (await signedIn(parts, c.req.raw.headers)) ? auth.handler(c.req.raw) : c.json(null),
    )
}
