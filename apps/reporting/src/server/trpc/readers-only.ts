import { READER_ROLES } from '@wayproof/accounts/accounts/person'
import { actingAs } from '@wayproof/journal/audit-log/acting-user'
import type { MiddlewareHandler } from 'hono'
import type { Variables } from '../http/log-refused.ts'
import { refusal } from '../http/refusal.ts'
import { type Services, signedIn } from './context.ts'

/** Refuses users whose role reads no figures; callers who are not signed in get the route's own refusal. */
export const readersOnly =
  (services: Services): MiddlewareHandler<{ Variables: Variables }> =>
  async (c, next) => {
    const user = await signedIn(services, c.req.raw.headers)
    if (!user) return next()
    c.set('userId', user.id)
    if (!READER_ROLES.includes(user.role)) return c.json(refusal('FORBIDDEN', 403), 403)
    return actingAs({ actorId: user.id, at: services.clock.now() }, next)
  }
