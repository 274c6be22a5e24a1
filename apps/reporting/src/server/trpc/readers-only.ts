import { READER_ROLES } from '@wayproof/store'
import type { MiddlewareHandler } from 'hono'
import { refusal } from '../http/refusal.ts'
import { type Parts, signedIn } from './context.ts'

/** Refuses users whose role reads no figures; callers who are not signed in get the route's own refusal. */
export const readersOnly =
  (parts: Parts): MiddlewareHandler =>
  async (c, next) => {
    const user = await signedIn(parts, c.req.raw.headers)
    return user && !READER_ROLES.includes(user.role) ? c.json(refusal('FORBIDDEN', 403), 403) : next()
  }
