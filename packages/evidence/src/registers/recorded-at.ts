import type { ReadQuery } from '@wayproof/database/query/query'
import type { Instant } from '@wayproof/kernel/clock'

const RECORDED = `SELECT register, max(at) AS at FROM (
    SELECT register, imported_at AS at FROM import_file WHERE undone_at IS NULL
    UNION ALL SELECT register, at FROM register_change WHERE undone_import_id IS NULL) recorded GROUP BY register`

/** The latest moment at which each register was changed. */
export async function readRecordedAt(query: ReadQuery): Promise<RecordedAt> {
  const rows = await query.all<{ register: string; at: Instant }>(RECORDED)
  return new Map(rows.map(({ register, at }) => [register, at]))
}

/** Time of the last entry by register. */
export type RecordedAt = ReadonlyMap<string, Instant>
