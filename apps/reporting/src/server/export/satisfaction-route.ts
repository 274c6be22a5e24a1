import { csv } from '@wayproof/evidence/import/csv/csv'
import { type Outcome, ok } from '@wayproof/kernel/outcome'
import type { Locale } from '@wayproof/kernel/people/locale'
import { answeredQuestions } from '@wayproof/scorecard/breakdown/answered-questions'
import { breakDownEveryItem } from '@wayproof/scorecard/breakdown/break-down-satisfaction'
import { Hono } from 'hono'
import type { z } from 'zod'
import { refusal } from '../http/refusal.ts'
import { divided } from '../scorecard/breakdown-router.ts'
import { type Services, signedIn } from '../trpc/context.ts'
import { scorecardPorts } from '../trpc/ports.ts'
import { breakdownHeadings, breakdownRows, scoreRows } from './breakdown-rows.ts'

/** `GET /export/satisfaction.csv?period=&by=&and=`: the tables of the screen for every question. */
export function satisfactionRoute(services: Services): Hono {
  return new Hono().get('/satisfaction.csv', async (c) => {
    const user = await signedIn(services, c.req.raw.headers)
    if (!user) return c.json(refusal('UNAUTHORIZED', 401), 401)
    const query = divided.safeParse(c.req.query())
    if (!query.success) return c.json(refusal('BAD_REQUEST', 400), 400)
    const file = await satisfactionFile(services, query.data, user.locale)
    if (!file.ok) return c.json({ fault: file.fault }, 422)
    return c.body(file.value, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="satisfaction-${query.data.period}.csv"`,
    })
  })
}

async function satisfactionFile(
  services: Services,
  input: z.infer<typeof divided>,
  locale: Locale,
): Promise<Outcome<string>> {
  const items = await breakDownEveryItem(scorecardPorts(services), input)
  if (!items.ok) return items
  const [first] = items.value
  const scores = first
    ? answeredQuestions(items.value).flatMap((question) => scoreRows(question, [first.now, first.before], locale))
    : []
  const shares = items.value.flatMap((item) => breakdownRows(item, locale))
  return ok(csv([breakdownHeadings(locale), ...shares, ...scores]))
}
