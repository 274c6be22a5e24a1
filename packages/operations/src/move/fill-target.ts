import { linkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { syncFolder } from '@wayproof/database/files/replace-file'
import type { DatabasePlace } from '@wayproof/database/installation/database-place'
import type { Timing } from '@wayproof/database/timing'
import { folderForCopies } from '../backup/folder-for-copies.ts'
import type { TableTarget } from '../table-stream/copy-tables.ts'
import { fillPostgresql } from '../table-stream/fill-postgresql.ts'
import { fillSqliteFile } from '../table-stream/fill-sqlite.ts'

/**
 * Creates a database in an empty place and lets `fill` write its rows. If this process is killed, the place is still
 * empty. Null if it no longer is empty. Throws DatabaseFault.
 */
export async function fillTarget<T>(
  place: DatabasePlace,
  timing: Timing,
  fill: (target: TableTarget) => Promise<T>,
): Promise<T | null> {
  if (place.engine === 'postgresql') return fillPostgresql(place, timing, fill)
  const folder = folderForCopies(place, dirname(place.file))
  try {
    const copy = join(folder.path, 'moved.db')
    const result = await fillSqliteFile(copy, timing, fill)
    // Unlike a rename, a link never replaces a file that was created in the meantime.
    linkSync(copy, place.file)
    syncFolder(dirname(place.file))
    return result
  } finally {
    folder.remove()
  }
}
