import { toFault } from '@wayproof/database/database-fault'
import type { DatabasePlace, ServerPlace } from '@wayproof/database/installation/database-place'
import type { Timing } from '@wayproof/database/timing'
import SQLite from 'better-sqlite3'
import { withServer } from '../installation/with-server.ts'
import { copyTables } from '../table-stream/copy-tables.ts'
import { fillSqliteFile } from '../table-stream/fill-sqlite.ts'

/**
 * Copies a database of either engine as of one moment to a new SQLite file, while others write to it. Throws
 * DatabaseFault.
 */
export async function copyDatabase(place: DatabasePlace, copy: string, timing: Timing): Promise<void> {
  if (place.engine === 'sqlite') copyFile(place.file, copy)
  else await copyServer(place, copy, timing)
}

function copyFile(file: string, copy: string): void {
  const source = new SQLite(file, { readonly: true, fileMustExist: true })
  try {
    // Without it pages keep second copies of keys, which an attack on anonymity takes for ties.
    source.pragma('secure_delete = ON')
    source.prepare('VACUUM INTO ?').run(copy)
  } catch (error) {
    throw toFault(error)
  } finally {
    source.close()
  }
}

/** The tables of the copy are those of this version. */
async function copyServer(server: ServerPlace, copy: string, timing: Timing): Promise<void> {
  const { assertThisVersion } = await import('../installation/open-postgresql.ts')
  await withServer(server, async (database) => {
    await assertThisVersion(database)
    await fillSqliteFile(copy, timing, (target) => database.readSnapshot((source) => copyTables(source, target)))
  })
}
