import { csv } from '@wayproof/evidence/import/csv/csv'
import { goalCells, goalHeadings } from '@wayproof/messages/goal-cells'
import { readScorecard } from '@wayproof/scorecard/read-scorecard'
import { Hono } from 'hono'
import { refusal } from '../http/refusal.ts'
import { type Services, signedIn } from '../trpc/context.ts'
import { halfYearKey } from '../trpc/input.ts'
import { scorecardPorts } from '../trpc/ports.ts'

/** `GET /export/scorecard.csv?period=`: the five goals as the dashboard shows them. */
export function scorecardRoute(services: Services): Hono {
  return new Hono().get('/scorecard.csv', async (c) => {
    const user = await signedIn(services, c.req.raw.headers)
    if (!user) return c.json(refusal('UNAUTHORIZED', 401), 401)
    const period = halfYearKey.safeParse(c.req.query('period'))
    if (!period.success) return c.json(refusal('BAD_REQUEST', 400), 400)
    const scorecard = await readScorecard(scorecardPorts(services), { period: period.data })
    if (!scorecard.ok) return c.json({ fault: scorecard.fault }, 422)
    const { locale } = user
    const rows = scorecard.value.verdicts.map((verdict) => goalCells(period.data, verdict, locale))
    return c.body(csv([goalHeadings(locale), ...rows]), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="scorecard-${period.data}.csv"`,
    })
  })
}
