import { READER_ROLES } from '@wayproof/store'
import type { MiddlewareHandler } from 'hono'
import { refusal } from '../http/refusal.ts'
import { type Services, signedIn } from './context.ts'

/** Refuses users whose role reads no figures; callers who are not signed in get the route's own refusal. */
export const readersOnly =
  (services: Services): MiddlewareHandler =>
  async (c, next) => {
    const user = await signedIn(services, c.req.raw.headers)
    return user && !READER_ROLES.includes(user.role) ? c.json(refusal('FORBIDDEN', 403), 403) : next()
  }
