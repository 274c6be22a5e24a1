import type { Instant } from '@wayproof/kernel'
import type { RecordedAt } from '@wayproof/scorecard'
import type { ReadSql } from '../engine/sqlite/sql.ts'

const RECORDED = `SELECT register, max(at) AS at FROM (
    SELECT register, imported_at AS at FROM import_file WHERE undone_at IS NULL
    UNION ALL SELECT register, at FROM register_change WHERE undone_import_id IS NULL) GROUP BY register`

/** When something was last recorded in each register. */
export const readRecordedAt = (read: ReadSql): RecordedAt =>
  new Map(
    read<{ register: string; at: Instant }>(RECORDED)
      .all()
      .map(({ register, at }) => [register, at]),
  )
