import type { Locale } from '@wayproof/kernel/people/locale'
import { moment } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import { listUndelivered } from '@wayproof/survey/waves/list-undelivered'
import type { UndeliveredLetter } from '@wayproof/survey/waves/undelivered-letter'
import { Hono } from 'hono'
import { refusal } from '../http/refusal.ts'
import { type Services, signedIn } from '../trpc/context.ts'
import { ofWave } from '../trpc/input.ts'
import { textTable } from './text-table.ts'

/** Limit of letters for one cause; the newest are listed. */
const MAX_ROWS = 100_000

/** `GET /export/undelivered.csv?period=`: the letters of a wave that did not arrive, for officers. */
export function undeliveredRoute(services: Services): Hono {
  const { store, clock, timeZone } = services
  return new Hono().get('/undelivered.csv', async (c) => {
    const user = await signedIn(services, c.req.raw.headers)
    if (!user) return c.json(refusal('UNAUTHORIZED', 401), 401)
    if (user.role !== 'officer') return c.json(refusal('FORBIDDEN', 403), 403)
    const query = ofWave.safeParse(c.req.query())
    if (!query.success) return c.json(refusal('BAD_REQUEST', 400), 400)
    const undelivered = await listUndelivered(
      { store: store.survey, clock },
      { ...query.data, offset: 0, limit: MAX_ROWS },
    )
    if (!undelivered.ok) return c.json({ fault: undelivered.fault }, 422)
    const rows = undeliveredRows(undelivered.value.letters, timeZone, user.locale)
    return textTable(`undelivered-${query.data.period}`, 'csv', rows)
  })
}

function undeliveredRows(letters: readonly UndeliveredLetter[], timeZone: string, locale: Locale): string[][] {
  const { waves, programme } = messages(locale).reporting
  const { columns, kinds, states, byPolicy: policyState } = waves.undelivered
  const { reasons } = programme.skips
  return [
    [columns.customer, columns.kind, columns.state, columns.at, columns.why],
    ...letters.map(({ customerNumber, kind, state, byPolicy, at, reply, reason }) => [
      customerNumber ?? '',
      kinds[kind],
      byPolicy ? policyState(states[state]) : states[state],
      at === null ? '' : moment(at, timeZone, locale),
      reason === null ? (reply ?? '') : (reasons[reason] ?? reasons.other ?? ''),
    ]),
  ]
}
