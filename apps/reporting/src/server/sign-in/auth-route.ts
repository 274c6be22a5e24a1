import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { withCaller } from '../http/caller.ts'
import { callerOf } from '../http/caller-address.ts'
import { databaseRefusal } from '../http/database-refusal.ts'
import { refusal } from '../http/refusal.ts'
import type { Refusal } from '../http/refusal-log.ts'
import { providerRoute } from '../provider-sign-in/provider-route.ts'
import { type Parts, sessionUser, signedIn } from '../trpc/context.ts'
import { CHANGE_PASSWORD, SIGN_IN, WITH_CODE, WITH_PASSWORD } from './sign-in-limit.ts'

type AuthApp = { Bindings: Partial<HttpBindings> }

/** The routes of the sign-in library that the dashboard uses; it offers more. */
export function authRoute(parts: Parts, refused: (refusal: Refusal) => void): Hono<AuthApp> {
  const { auth } = parts
  return (
    new Hono<AuthApp>()
      .route('/provider', providerRoute(parts, refused))
      .post(SIGN_IN, (c) => withCaller(callerOf(parts, c), () => auth.handler(c.req.raw)))
      .post(CHANGE_PASSWORD, async (c) => {
        // The library does not know when our sessions end.
        if (!(await signedIn(parts, c.req.raw.headers))) return c.json(refusal('UNAUTHORIZED', 401), 401)
        return withCaller(callerOf(parts, c), () => auth.handler(c.req.raw))
      })
      .on('POST', [...WITH_PASSWORD], async (c) => {
        if (!(await sessionUser(parts, c.req.raw.headers))) return c.json(refusal('UNAUTHORIZED', 401), 401)
        return withCaller(callerOf(parts, c), () => auth.handler(c.req.raw))
      })
      // After the password there is no session yet.
      .on('POST', [...WITH_CODE], (c) => withCaller(callerOf(parts, c), () => auth.handler(c.req.raw)))
      .post('/sign-out', async (c) => {
        // The library reports success even if the session could not be deleted.
        const refused = await endSession(parts, c.req.raw.headers)
        const answer = await auth.handler(c.req.raw)
        if (!refused) return answer
        for (const cookie of answer.headers.getSetCookie()) c.header('set-cookie', cookie, { append: true })
        return c.json(refused.body, refused.status)
      })
      .get('/get-session', async (c) =>
        (await signedIn(parts, c.req.raw.headers)) ? auth.handler(c.req.raw) : c.json(null),
      )
  )
}

/** Deletes the session; returns a refusal if the database cannot store it. */
async function endSession({ auth, store }: Parts, headers: Headers) {
  const found = await auth.api.getSession({ headers })
  if (!found) return null
  const { session } = await store.authRecords()
  try {
    await session.deleteMany({ where: { token: found.session.token } })
    return null
  } catch (error) {
    const refused = databaseRefusal(error)
    if (!refused) throw error
    return refused
  }
}
