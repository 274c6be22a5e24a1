import { isBusy, toFault } from '@wayproof/database/database-fault'
import type { DatabasePlace, ServerPlace } from '@wayproof/database/installation/database-place'
import type { ReadQuery, TableQuery } from '@wayproof/database/query/query'
import { sqlOf } from '@wayproof/database/sqlite/sql'
import { sqliteQuery, sqliteSnapshot } from '@wayproof/database/sqlite/sqlite-query'
import type { Timing } from '@wayproof/database/timing'
import SQLite from 'better-sqlite3'
import { withServer } from '../installation/with-server.ts'

/**
 * Runs `work` in one transaction on a database that no app uses; an app that starts during it waits. Null if one uses
 * it. Throws DatabaseFault.
 */
export const withSource = <T>(
  place: DatabasePlace,
  sleep: Timing['sleep'],
  work: (source: TableQuery) => Promise<T>,
): Promise<T | null> => (place.engine === 'sqlite' ? withFile(place.file, work) : withDatabase(place, sleep, work))

async function withFile<T>(file: string, work: (source: TableQuery) => Promise<T>): Promise<T | null> {
  const connection = new SQLite(file, { fileMustExist: true, timeout: 0 })
  try {
    // Every connection of an app holds a lock of the file, so that this one does not become the only one.
    connection.pragma('locking_mode = EXCLUSIVE')
    connection.exec('BEGIN EXCLUSIVE')
    const prepare = (text: string) => connection.prepare(text)
    const result = await work({ ...sqliteSnapshot(prepare), ...sqliteQuery(sqlOf(prepare)) })
    connection.exec('COMMIT')
    return result
  } catch (error) {
    if (isBusy(error)) return null
    throw toFault(error)
  } finally {
    connection.close()
  }
}

const LOCK = 'LOCK TABLE installation IN ACCESS EXCLUSIVE MODE'

const APPS = `SELECT count(*) AS n FROM pg_stat_activity
  WHERE datname = current_database() AND application_name = 'wayproof' AND pid <> pg_backend_pid()`

function withDatabase<T>(
  place: ServerPlace,
  sleep: Timing['sleep'],
  work: (source: TableQuery) => Promise<T>,
): Promise<T | null> {
  return withServer(place, (database) =>
    database.writeTables(async (source) => {
      await source.run(LOCK)
      return (await isUsed(source, sleep)) ? null : await work(source)
    }),
  )
}

/** A connection that was just closed is listed for a moment. */
const LOOKS = 10
const PAUSE_MS = 200

async function isUsed(query: ReadQuery, sleep: Timing['sleep']): Promise<boolean> {
  for (let look = 0; look < LOOKS; look += 1) {
    await query.all('SELECT pg_stat_clear_snapshot()')
    if ((await query.get<{ n: number }>(APPS))?.n === 0) return false
    await sleep(PAUSE_MS)
  }
  return true
}
