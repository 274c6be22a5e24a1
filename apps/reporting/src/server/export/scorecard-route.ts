import { csv } from '@wayproof/evidence/csv'
import type { Locale } from '@wayproof/kernel'
import { intervalEnds, messages, periodName, verdictTarget, verdictValue } from '@wayproof/messages'
import { readScorecard, type Verdict } from '@wayproof/scorecard'
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
    const text = messages(locale).reporting.scorecard.file
    const headings = [text.period, text.goal, text.result, text.value, text.target, text.from, text.to, text.line]
    const rows = scorecard.value.verdicts.map((verdict) => [
      periodName(period.data, locale),
      ...goalCells(verdict, locale),
    ])
    return c.body(csv([headings, ...rows]), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="scorecard-${period.data}.csv"`,
    })
  })
}

function goalCells(verdict: Verdict, locale: Locale): readonly string[] {
  const { goals, scorecard, reporting } = messages(locale)
  const { none } = reporting.shell
  const [from, to] = verdict.interval ? intervalEnds(verdict.goal, verdict.interval) : [none, none]
  const value = verdictValue(verdict, locale) ?? none
  const name = goals.names[verdict.goal]
  return [name, scorecard.claims.verdict(verdict), value, verdictTarget(verdict), from, to, scorecard.line(verdict)]
}
