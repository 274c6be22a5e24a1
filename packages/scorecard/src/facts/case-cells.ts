import type { ReadQuery } from '@wayproof/database/query/query'
import { NO_FLOOD } from '@wayproof/evidence/floods/flooded'
import { firstDay, lastDay, type Period } from '@wayproof/kernel/calendar/period'
import type { CaseCell } from '../cases/case-groups.ts'

const cells = `
SELECT kind, coalesce(regime, 'none') AS regime, channel, count(*) AS people FROM rights_case
WHERE received_on BETWEEN @from AND @to AND ${NO_FLOOD} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`

/**
 * Exact counts of the cases received in a half-year, by kind, law and channel. Small cells must be suppressed before
 * anyone sees them.
 */
export const caseCells = (query: ReadQuery, half: Period): Promise<readonly CaseCell[]> =>
  query.all<CaseCell>(cells, { from: firstDay(half), to: lastDay(half) })
