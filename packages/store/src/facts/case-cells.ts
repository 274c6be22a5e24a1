import { firstDay, lastDay, type Period } from '@wayproof/kernel'
import type { CaseCell } from '@wayproof/scorecard'
import type { Database } from '../engine/database.ts'

const cells = `
SELECT kind, coalesce(regime, 'none') AS regime, channel, count(*) AS people FROM rights_case
WHERE received_on BETWEEN ? AND ? GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`

/** Cases received in a half-year, by kind, law and channel: exact counts, to be suppressed before anybody sees them. */
export const caseCells = (database: Database, half: Period): readonly CaseCell[] =>
  database.read<CaseCell>(cells).all(firstDay(half), lastDay(half))
