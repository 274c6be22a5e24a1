import type { Instant } from '@wayproof/kernel'
import type { Sql } from '../engine/sqlite/sql.ts'

/** A file that nothing is attached to yet may still be arriving. */
const ARRIVING_MS = 3_600_000

/** Deletes files, with their bytes, that prove nothing any more or never came to; how many. */
export const dropLooseFiles = (sql: Sql, now: Instant): number =>
  sql(`DELETE FROM evidence_file WHERE arrived_at < ? AND NOT EXISTS (
    SELECT 1 FROM evidence_attachment WHERE file_digest = evidence_file.digest)`).run(now - ARRIVING_MS).changes
