import type { HttpBindings } from '@hono/node-server'
import { actingAs } from '@wayproof/journal/audit-log/acting-user'
import { Hono } from 'hono'
import { callerOf, withCaller } from '../http/caller.ts'
import { databaseRefusal } from '../http/database-refusal.ts'
import { refusal } from '../http/refusal.ts'
import type { Refusal } from '../http/refusal-log.ts'
import { providerRoute } from '../provider-sign-in/provider-route.ts'
import { type Services, sessionUser, signedIn } from '../trpc/context.ts'
import { CHANGES_FACTOR, refuseWithoutCode } from './factor-change.ts'
import { CHANGE_PASSWORD, SIGN_IN, WITH_CODE, WITH_PASSWORD } from './sign-in-limit.ts'
import { withoutToken } from './without-token.ts'

type AuthApp = { Bindings: Partial<HttpBindings> }

/** The routes of the sign-in library that the dashboard uses; it offers more. */
export function authRoute(services: Services, onRefusal: (refusal: Refusal) => void): Hono<AuthApp> {
  const { auth } = services
  const handle = async (request: Request) => withoutToken(await auth.handler(request))
  return (
    new Hono<AuthApp>()
      .route('/provider', providerRoute(services, onRefusal))
      .post(SIGN_IN, (c) => withCaller(callerOf(services, c), () => handle(c.req.raw)))
      .post(CHANGE_PASSWORD, async (c) => {
        // The library does not know when our sessions end.
        if (!(await signedIn(services, c.req.raw.headers))) return c.json(refusal('UNAUTHORIZED', 401), 401)
        return withCaller(callerOf(services, c), () => handle(c.req.raw))
      })
      .on('POST', [...WITH_PASSWORD], async (c) => {
        if (!(await sessionUser(services, c.req.raw.headers))) return c.json(refusal('UNAUTHORIZED', 401), 401)
        return withCaller(callerOf(services, c), async () => {
          const changesFactor = CHANGES_FACTOR.some((path) => c.req.path.endsWith(path))
          const refused = changesFactor ? await refuseWithoutCode(services, c.req.raw) : null
          return refused ?? handle(c.req.raw)
        })
      })
      // After the password there is no session yet.
      .on('POST', [...WITH_CODE], (c) => withCaller(callerOf(services, c), () => handle(c.req.raw)))
      .post('/sign-out', async (c) => {
        // The library reports success even if the session could not be deleted.
        const notStored = await endSession(services, c.req.raw.headers)
        const answer = await handle(c.req.raw)
        // The browser forgets what it stored, also pages to go back to.
        answer.headers.set('clear-site-data', '"cache"')
        if (!notStored) return answer
        for (const cookie of answer.headers.getSetCookie()) c.header('set-cookie', cookie, { append: true })
        return c.json(notStored.body, notStored.status)
      })
      .get('/get-session', async (c) =>
        (await signedIn(services, c.req.raw.headers)) ? handle(c.req.raw) : c.json(null),
      )
  )
}

/** Ends the session; returns a refusal if the database cannot store it. */
async function endSession({ auth, store, clock }: Services, headers: Headers) {
  const current = await auth.api.getSession({ headers })
  if (!current) return null
  const { userId: actorId, id } = current.session
  try {
    await actingAs({ actorId, at: clock.now() }, () => store.accounts.signedOut(actorId, id))
    return null
  } catch (error) {
    const notStored = databaseRefusal(error)
    if (!notStored) throw error
    return notStored
  }
}
