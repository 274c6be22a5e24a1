import { READER_ROLES } from '@wayproof/accounts/accounts/person'
import { deadlineId } from '@wayproof/oversight/deadlines/deadline'
import { readDeadlines } from '@wayproof/oversight/deadlines/read-deadlines'
import { Hono } from 'hono'
import { calendarFile } from '../deadlines/calendar-file.ts'
import { refusal } from '../http/refusal.ts'
import { hasSample } from '../sample-data/beside-sample.ts'
import { type Services, signedIn } from '../trpc/context.ts'

/**
 * `GET /export/deadlines.ics?mine=&id=`: the deadlines that the user may see, those of the own role, or one, as a
 * calendar file in the user's language.
 */
export function calendarRoute(services: Services): Hono {
  const { store, clock, timeZone, reportingUrl: origin } = services
  return new Hono().get('/deadlines.ics', async (c) => {
    const user = await signedIn(services, c.req.raw.headers)
    if (!user) return c.json(refusal('UNAUTHORIZED', 401), 401)
    if (!READER_ROLES.includes(user.role)) return c.json(refusal('FORBIDDEN', 403), 403)
    const { mine, id } = c.req.query()
    const all = await readDeadlines({ deadlines: store.deadlines, clock, timeZone }, user.id)
    const chosen = all.filter(
      (deadline) => (id === undefined || deadlineId(deadline) === id) && (mine !== 'true' || deadline.isMine),
    )
    if (id !== undefined && chosen.length === 0) return c.json(refusal('NOT_FOUND', 404), 404)
    const file = { locale: user.locale, now: clock.now(), origin, isSample: await hasSample(services) }
    return c.body(calendarFile(chosen, file), 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="deadlines.ics"',
    })
  })
}
