import type { HttpBindings } from '@hono/node-server'
import { actingAs } from '@wayproof/journal/audit-log/acting-user'
import { isAPIError } from 'better-auth/api'
import { Hono } from 'hono'
import { z } from 'zod'
import { callerOf, withCaller } from '../http/caller.ts'
import { databaseRefusal } from '../http/database-refusal.ts'
import { refusal } from '../http/refusal.ts'
import type { Refusal } from '../http/refusal-log.ts'
import { providerRoute } from '../provider-sign-in/provider-route.ts'
import { type Services, sessionUser, signedIn } from '../trpc/context.ts'
import { CHANGE_PASSWORD, SIGN_IN, WITH_CODE, WITH_PASSWORD } from './sign-in-limit.ts'
import { spendCode, WITH_APP_CODE } from './spend-code.ts'

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

const withToken = z.union([
  z.looseObject({ token: z.unknown() }),
  z.looseObject({ session: z.looseObject({ token: z.unknown() }) }),
])

/** The library repeats the token of a session in its responses, where scripts could read it; the cookie is enough. */
async function withoutToken(answer: Response): Promise<Response> {
  const parsed = withToken.safeParse(
    await answer
      .clone()
      .json()
      .catch(() => null),
  )
  if (!parsed.success) return answer
  const headers = new Headers(answer.headers)
  headers.delete('content-length')
  const body = JSON.stringify(parsed.data, (name, value) => (name === 'token' ? undefined : value))
  return new Response(body, { status: answer.status, headers })
}

/** Changes of a second factor that is on; `enable` is refused while it is. */
const CHANGES_FACTOR: readonly string[] = ['/two-factor/disable', '/two-factor/generate-backup-codes']

const WITH_RECOVERY_CODE = '/two-factor/verify-backup-code'

/** Checks the code that a change of the second factor needs; returns the refusal, or null. */
async function refuseWithoutCode(services: Services, request: Request): Promise<Response | null> {
  const { headers } = request
  const current = await services.auth.api.getSession({ headers })
  if (!current?.user.twoFactorEnabled) return null
  const { code: given } =
    (await request
      .clone()
      .json()
      .catch(() => null)) ?? {}
  const code = typeof given === 'string' ? given : ''
  const path = /^\d{6}$/.test(code) ? WITH_APP_CODE : WITH_RECOVERY_CODE
  const checked = await services.auth.handler(checkOf(request, path, code))
  if (!checked.ok) return checked
  return refuseSpent(services, current.user.id, { path, body: { code } })
}

/** A call of the library that checks a code in the session of `request`. */
function checkOf({ url, headers }: Request, path: string, code: string): Request {
  const own = new Headers(headers)
  own.delete('content-length')
  own.set('content-type', 'application/json')
  const body = JSON.stringify({ code })
  return new Request(new URL(`/api/auth${path}`, url), { method: 'POST', headers: own, body })
}

async function refuseSpent(
  services: Services,
  userId: string,
  call: { readonly path: string; readonly body: { readonly code: string } },
): Promise<Response | null> {
  try {
    await spendCode(services, userId, call)
    return null
  } catch (error) {
    if (!isAPIError(error)) throw error
    return Response.json(error.body, { status: error.statusCode })
  }
}
