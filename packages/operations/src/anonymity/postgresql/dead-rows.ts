import type { ReadQuery } from '@wayproof/database/query/query'
import type { StoredWave } from './stored-rows.ts'

/** Whether these tables may still contain rows that were deleted before or at the unlinking. */
export interface DeadRows {
  readonly answer: number
  readonly invitation: number
  readonly draft: number
  readonly letter: number
}

const NONE: DeadRows = { answer: 0, invitation: 0, draft: 0, letter: 0 }

// A table whose oldest possible transaction is newer than the unlinking contains no row that was deleted by then.
const TABLES = `SELECT relname AS name, pg_relation_size(oid) / CAST(current_setting('block_size') AS bigint) AS pages,
    age(relfrozenxid) < age(CAST(CAST(@cut AS text) AS xid)) AS wiped
  FROM pg_class WHERE relkind = 'r' AND relnamespace = CAST(CAST(current_schema() AS text) AS regnamespace)
    AND relname IN ('answer', 'invitation', 'draft', 'letter')`

/** A deleted row leaves a gap in the numbers of its page, and a page without rows remains. */
const GAPS = (table: string) => `SELECT count(*) AS pages, coalesce(sum(last - rows), 0) AS gaps
  FROM (SELECT count(*) AS rows, max((CAST(CAST(ctid AS text) AS point))[1]) AS last
    FROM ${table} GROUP BY (CAST(CAST(ctid AS text) AS point))[0]) page`

interface TableRow {
  readonly name: keyof DeadRows
  readonly pages: number
  readonly wiped: 0 | 1
}

/** Number of deleted rows in the tables, unless they were rewritten since the wave was unlinked. */
export async function deadRows(query: ReadQuery, { status, answerRows }: StoredWave): Promise<DeadRows> {
  const cut = answerRows[0]?.transaction
  if (status !== 'unlinked' || cut === undefined) return NONE
  const rowCounts: Record<keyof DeadRows, number> = { ...NONE }
  for (const { name, pages, wiped } of await query.all<TableRow>(TABLES, { cut })) {
    if (wiped === 1) continue
    const live = await query.get<{ pages: number; gaps: number }>(GAPS(name))
    rowCounts[name] = (live?.gaps ?? 0) + Math.max(0, pages - (live?.pages ?? 0))
  }
  return rowCounts
}
