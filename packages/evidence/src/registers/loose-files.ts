import type { Query } from '@wayproof/database/query/query'
import type { Instant } from '@wayproof/kernel/clock'

/** A file without an attachment may still be uploading. */
const ARRIVING_MS = 3_600_000

const DROP = `DELETE FROM evidence_file WHERE arrived_at < @before AND NOT EXISTS (
  SELECT 1 FROM evidence_attachment WHERE file_digest = evidence_file.digest)`

/** Deletes files, with their bytes, that are not attached to any row. Returns their number. */
export const dropLooseFiles = (query: Query, now: Instant): Promise<number> =>
  query.run(DROP, { before: new Date(now - ARRIVING_MS) })
