import { existsSync } from 'node:fs'
import SQLite from 'better-sqlite3'
import { DatabaseFault, toFault } from '../engine/database-fault.ts'
import { type DatabasePlace, databasePlace } from '../installation/database-place.ts'
import { isFilled } from '../installation/is-filled.ts'
import { withServer } from '../installation/with-server.ts'
import { APPLIED, migrationsOf } from './readiness.ts'

/** `missing`: nobody has used it yet. `older`, `newer`: another version wrote it. */
export type DatabaseState = 'missing' | 'intact' | 'damaged' | 'older' | 'newer'

/** Reads a database without upgrading or changing it: its version, and for a file also each page. Throws DatabaseFault. */
export async function inspectDatabase(databaseUrl: string): Promise<DatabaseState> {
  const place = databasePlace(databaseUrl)
  if (!(await isFilled(place))) return 'missing'
  if (place.engine === 'postgresql')
    return withServer(place, async ({ query }) => versionState(await query.all<{ name: string }>(APPLIED), place))
  return inspectFile(place.file, place)
}

async function inspectFile(file: string, place: DatabasePlace): Promise<DatabaseState> {
  const applied = readFile(file)
  return applied === null ? 'damaged' : versionState(applied, place)
}

/** The applied migrations; null if a page is damaged. */
function readFile(file: string): readonly { readonly name: string }[] | null {
  if (!existsSync(file)) return []
  let connection: SQLite.Database | undefined
  try {
    connection = new SQLite(file, { readonly: true, fileMustExist: true })
    const [first] = connection.prepare<[], { quick_check: string }>('PRAGMA quick_check(1)').all()
    return first?.quick_check === 'ok' ? connection.prepare<[], { name: string }>(APPLIED).all() : null
  } catch (error) {
    const fault = toFault(error)
    if (fault instanceof DatabaseFault && fault.code === 'not-a-database') return null
    throw fault
  } finally {
    connection?.close()
  }
}

async function versionState(
  applied: readonly { readonly name: string }[],
  { engine }: DatabasePlace,
): Promise<DatabaseState> {
  const ours = await migrationsOf(engine)
  const names = applied.map(({ name }) => name)
  if (names.some((name) => !ours.includes(name))) return 'newer'
  return names.length < ours.length ? 'older' : 'intact'
}
