import { LOCALES } from '@wayproof/kernel/people/locale'
import { minutesPdf } from '@wayproof/letters/pdf/minutes-pdf'
import { Hono } from 'hono'
import { refusal } from '../http/refusal.ts'
import { type Services, signedIn } from '../trpc/context.ts'
import { sendPdf } from './send-pdf.ts'

/** `GET /export/minutes/:day/:locale`: the finished minutes of the meeting of a day as PDF. */
export function minutesRoute(services: Services): Hono {
  const { store, timeZone } = services
  return new Hono().get('/minutes/:day/:locale', async (c) => {
    if (!(await signedIn(services, c.req.raw.headers))) return c.json(refusal('UNAUTHORIZED', 401), 401)
    const locale = LOCALES.find((candidate) => candidate === c.req.param('locale'))
    const heldOn = c.req.param('day')
    const meeting = (await store.meetings.list()).find((each) => each.heldOn === heldOn)
    const organisation = await store.organisation.get()
    const content = meeting && locale && organisation ? minutesPdf(meeting, { locale, organisation, timeZone }) : null
    if (!content || !meeting || !locale) return c.json(refusal('NOT_FOUND', 404), 404)
    const filename = `minutes-${heldOn}-${locale}.pdf`
    return sendPdf(c, services, { content, locale, links: {}, filename })
  })
}
