import { toFault } from '@wayproof/database/database-fault'
import type { DatabasePlace } from '@wayproof/database/installation/database-place'
import { entryColumns } from '@wayproof/journal/audit-log/add-audit-entry'
import { insertAuditEntry } from '@wayproof/journal/audit-log/rows/insert-audit-entry'
import type { Instant } from '@wayproof/kernel/clock'
import SQLite from 'better-sqlite3'
import { withServer } from '../installation/with-server.ts'

/** Records the moment of the last backup in the database. Throws DatabaseFault. */
export async function noteBackup(place: DatabasePlace, now: Instant): Promise<void> {
  if (place.engine === 'sqlite') return noteInFile(place.file, now)
  await withServer(place, (database) =>
    database.write(async (query) => {
      await query.run('UPDATE installation SET backed_up_at = @now', { now: new Date(now) })
      await insertAuditEntry(query, { act: 'backed-up', at: now })
    }),
  )
}

function noteInFile(file: string, now: Instant): void {
  const connection = new SQLite(file, { timeout: NOTE_WAIT_MS })
  try {
    const hasColumn = connection
      .prepare("SELECT 1 FROM pragma_table_info('installation') WHERE name = 'backed_up_at'")
      .get()
    if (!hasColumn) return
    // An older version's file has no audit log yet.
    const hasLog = connection.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'audit_entry'").get()
    connection.transaction(() => {
      connection.prepare('UPDATE installation SET backed_up_at = ?').run(now)
      if (hasLog) connection.prepare(ENTRY).run({ ...entryColumns({ act: 'backed-up', at: now }) })
    })()
  } catch (error) {
    throw toFault(error)
  } finally {
    connection.close()
  }
}

const ENTRY = `INSERT INTO audit_entry (at, actor_id, act, subject, details)
  VALUES (@at, @actorId, @act, @subject, @details)`

/** Longer than any write of the apps. */
const NOTE_WAIT_MS = 30_000
