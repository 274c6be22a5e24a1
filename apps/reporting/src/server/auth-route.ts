import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { callerOf } from './caller-address.ts'
import type { Parts } from './context.ts'
import { refusal } from './refusal.ts'
import { addressGuesses, CHANGE_PASSWORD, SIGN_IN } from './sign-in-limit.ts'

type AuthApp = { Bindings: Partial<HttpBindings> }

/** Of everything the sign-in library offers, only what the dashboard uses. */
export function authRoute(parts: Parts): Hono<AuthApp> {
  const { auth } = parts
  return new Hono<AuthApp>()
    .on('POST', [SIGN_IN, CHANGE_PASSWORD], async (c) => {
      const address = callerOf(parts, c)
      const guesses = address === null ? null : addressGuesses(parts, address)
      const wait = (await guesses?.count()) ?? null
      if (wait !== null) {
        c.header('retry-after', String(Math.ceil(wait / 1_000)))
        return c.json(refusal('TOO_MANY_REQUESTS', 429), 429)
      }
      const answer = await auth.handler(c.req.raw)
      if (answer.ok) await guesses?.takeBack()
      return answer
    })
    .post('/sign-out', (c) => auth.handler(c.req.raw))
    .get('/get-session', (c) => auth.handler(c.req.raw))
}
