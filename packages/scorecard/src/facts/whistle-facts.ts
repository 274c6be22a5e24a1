import type { ReadQuery, Statement } from '@wayproof/database/query/query'
import { NO_FLOOD } from '@wayproof/evidence/floods/flooded'
import { WHISTLE_TERMS } from '@wayproof/evidence/whistle-blowing/whistle-report'
import { firstDay, lastDay, type Period, yearOf } from '@wayproof/kernel/calendar/period'
import type { WhistleFacts } from '../measures/indicator-facts.ts'

/**
 * The indicator counts reports closed within these days; the law demands feedback three months after the
 * acknowledgment.
 */
const CLOSED_DAYS = 90

const counts: Statement = ({ addDays }) => `
WITH
  report AS (
    SELECT received_on, acknowledged_on, closed_on, ${addDays('received_on', '@acknowledgeDays')} AS acknowledge_by,
      ${addDays('received_on', '@closedDays')} AS close_by
    FROM whistle_report WHERE ${NO_FLOOD}
  )
SELECT
  count(*) FILTER (WHERE received_on BETWEEN @from AND @to) AS received,
  count(*) FILTER (WHERE acknowledge_by BETWEEN @from AND @to) AS acknowledge,
  count(*) FILTER (WHERE acknowledge_by BETWEEN @from AND @to AND acknowledged_on <= acknowledge_by) AS acknowledged,
  count(*) FILTER (WHERE close_by BETWEEN @from AND @to) AS close,
  count(*) FILTER (WHERE close_by BETWEEN @from AND @to AND closed_on <= close_by) AS closed
FROM report`

type Row = Readonly<Record<'received' | 'acknowledge' | 'acknowledged' | 'close' | 'closed', number>>

/** Reports of the year of a half-year, and those whose terms ended in it. */
export async function whistleFacts(query: ReadQuery, half: Period): Promise<WhistleFacts> {
  const year = yearOf(half)
  const terms = { acknowledgeDays: WHISTLE_TERMS.acknowledgeDays, closedDays: CLOSED_DAYS }
  const row = await query.get<Row>(counts, { from: firstDay(year), to: lastDay(year), ...terms })
  if (!row) throw new Error('a count returned no row')
  return {
    received: row.received,
    acknowledged: { due: row.acknowledge, inTime: row.acknowledged },
    closed: { due: row.close, inTime: row.closed },
  }
}
