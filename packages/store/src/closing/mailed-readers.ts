import type { PeriodKey } from '@wayproof/kernel'
import type { PostedLetter } from '@wayproof/letters'
import type { Sql } from '../engine/sqlite/sql.ts'

export type SummaryReader = PostedLetter['recipient'] & { readonly locale: string }

const SUMMARY = `kind = 'executive-summary' AND json_extract(data, '$.summary.scorecard.period') = ?`

const MAILED = `SELECT 1 FROM letter WHERE ${SUMMARY} LIMIT 1`

// A summary that is still on its way counts; a recipient who has left since is sorted out at sending.
const RECIPIENTS = `SELECT recipient_kind AS kind, recipient_id AS id, max(locale) AS locale FROM letter
  WHERE ${SUMMARY} AND state IN ('queued', 'sent', 'written', 'complained')
  GROUP BY recipient_kind, recipient_id ORDER BY recipient_id`

/** Everybody who got the summary of a half-year, by its letters; null once these are deleted. */
export const mailedReaders = (sql: Sql, period: PeriodKey): readonly SummaryReader[] | null =>
  sql(MAILED).get(period) ? sql<SummaryReader>(RECIPIENTS).all(period) : null
