import { csv } from '@wayproof/evidence/import/csv/csv'
import type { Locale } from '@wayproof/kernel/people/locale'
import { messages } from '@wayproof/messages/messages'
import { breakDownCases } from '@wayproof/scorecard/cases/break-down-cases'
import type { CaseGroup } from '@wayproof/scorecard/cases/case-groups'
import { Hono } from 'hono'
import { refusal } from '../http/refusal.ts'
import { type Services, signedIn } from '../trpc/context.ts'
import { atHalfYear } from '../trpc/input.ts'
import { scorecardPorts } from '../trpc/ports.ts'

/** `GET /export/cases.csv?period=`: number of requests and complaints in an ended half-year, by kind, law and channel. */
export function casesRoute(services: Services): Hono {
  return new Hono().get('/cases.csv', async (c) => {
    const user = await signedIn(services, c.req.raw.headers)
    if (!user) return c.json(refusal('UNAUTHORIZED', 401), 401)
    const query = atHalfYear.safeParse(c.req.query())
    if (!query.success) return c.json(refusal('BAD_REQUEST', 400), 400)
    const caseBreakdown = await breakDownCases(scorecardPorts(services), query.data)
    if (!caseBreakdown.ok) return c.json({ fault: caseBreakdown.fault }, 422)
    if (!caseBreakdown.value.groups) return c.json({ fault: { code: 'period-running' } }, 422)
    return c.body(casesFile(caseBreakdown.value.groups, user.locale), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="cases-${query.data.period}.csv"`,
    })
  })
}

function casesFile(groups: readonly CaseGroup[], locale: Locale): string {
  const { caseGroups: words, breakdown } = messages(locale).reporting
  const rows = groups.map(({ margin, category, people }) => [
    words.margins[margin],
    words.category(margin, category),
    breakdown.people(people),
  ])
  return csv([[breakdown.columns.margin, breakdown.columns.group, words.people], ...rows])
}
