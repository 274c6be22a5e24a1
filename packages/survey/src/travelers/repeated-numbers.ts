import type { ReadQuery } from '@wayproof/database/query/query'
import type { ClashingRows } from './clashing-row.ts'
import type { StagedTables } from './staged-tables.ts'

/** Rows that have the customer number of an earlier row; at most `mostListed` are listed, and all are counted. */
export async function repeatedNumbers(
  query: ReadQuery,
  { rows }: Pick<StagedTables, 'rows'>,
  mostListed: number,
): Promise<ClashingRows> {
  const groups = `SELECT customer_number AS same, min(row_number) AS earliest, count(*) - 1 AS more FROM ${rows}
    GROUP BY customer_number HAVING count(*) > 1`
  const clashing = await query.all<ClashingRows['rows'][number] & { total: number }>(
    `WITH twice AS MATERIALIZED (${groups})
     SELECT s.row_number AS rowNumber, s.customer_number AS text, twice.earliest AS otherRow,
       (SELECT sum(more) FROM twice) AS total
     FROM ${rows} s CROSS JOIN twice WHERE twice.same = s.customer_number AND s.row_number > twice.earliest
     ORDER BY s.row_number LIMIT @told`,
    { told: mostListed },
  )
  return { rows: clashing.map(({ total: _, ...row }) => row), total: clashing[0]?.total ?? 0 }
}
