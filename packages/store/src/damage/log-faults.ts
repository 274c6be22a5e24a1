import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import SQLite from 'better-sqlite3'
import { DatabaseFault, toFault } from '../engine/database-fault.ts'
import { integrityFaults } from '../engine/sqlite/integrity.ts'
import { type ReadSql, type ReadStatement, sqlOf } from '../engine/sqlite/sql.ts'
import { INSTALLATION, type Installation } from '../installation/bind-installation.ts'

/**
 * What the log beside a database file would break in it. A log of this file never breaks it, wherever it was cut off, so
 * there is a fault only where the file is whole without the log and broken with it, or where the log changes which database
 * this is.
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

/** Null where there is none yet, or its page is not whole. */
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
