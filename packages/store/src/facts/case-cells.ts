import { firstDay, lastDay, type Period } from '@wayproof/kernel'
import type { CaseCell } from '@wayproof/scorecard'
import type { ReadQuery } from '../engine/query/query.ts'
import { NO_FLOOD } from '../floods/flooded.ts'

const cells = `
SELECT kind, coalesce(regime, 'none') AS regime, channel, count(*) AS people FROM rights_case
WHERE received_on BETWEEN @from AND @to AND ${NO_FLOOD} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`

/**
 * Exact counts of the cases received in a half-year, by kind, law and channel. Small cells must be suppressed before
 * anyone sees them.
 */
export const caseCells = (query: ReadQuery, half: Period): Promise<readonly CaseCell[]> =>
  query.all<CaseCell>(cells, { from: firstDay(half), to: lastDay(half) })
