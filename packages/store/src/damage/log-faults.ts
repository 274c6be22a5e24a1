import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import SQLite from 'better-sqlite3'
import { DatabaseFault, toFault } from '../engine/database-fault.ts'
import { integrityFaults } from '../engine/sqlite/integrity.ts'
import { type ReadSql, type ReadStatement, sqlOf } from '../engine/sqlite/sql.ts'
import { INSTALLATION, type Installation } from '../installation/bind-installation.ts'

/**
 * Returns the damage that the log beside a database file would cause. The file's own log never damages it, wherever it
 * was truncated, so a fault is reported only if the file is intact without the log and damaged with it, or if the log
 * changes the id of the database.
 */
export function logFaults(file: string): readonly string[] {
  const joined = new SQLite(file, { readonly: true, fileMustExist: true, timeout: 1_000 })
  const alone = new DatabaseSync(new URL('?immutable=1', pathToFileURL(file)), { readOnly: true })
  try {
    joined.exec('BEGIN')
    const withLog = sqlOf((text) => joined.prepare(text))
    const withoutLog: ReadSql = <Row>(text: string) => alone.prepare(text) as unknown as ReadStatement<Row>
    const [id, idWithLog] = [databaseId(withoutLog), databaseId(withLog)]
    if (id !== null && idWithLog !== null && id !== idWithLog) return [`it is of database ${idWithLog}, not of ${id}`]
    const faults = faultsWithLog(withLog)
    return faults.length > 0 && isWhole(withoutLog) ? faults : []
  } finally {
    joined.close()
    alone.close()
  }
}

/** Null if there is none yet, or its page is damaged. */
function databaseId(sql: ReadSql): string | null {
  try {
    return sql<Installation>(INSTALLATION).get()?.database_id ?? null
  } catch {
    return null
  }
}

function faultsWithLog(sql: ReadSql): readonly string[] {
  try {
    return integrityFaults(sql)
  } catch (error) {
    const fault = toFault(error)
    if (fault instanceof DatabaseFault && fault.code === 'not-a-database') return [fault.message]
    throw error
  }
}

function isWhole(sql: ReadSql): boolean {
  try {
    return integrityFaults(sql).length === 0
  } catch {
    return false
  }
}
