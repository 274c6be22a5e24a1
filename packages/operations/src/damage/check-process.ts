import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { DatabaseFault, toFault } from '@wayproof/database/database-fault'
import type { ReadQuery } from '@wayproof/database/query/query'
import { integrityFaults } from '@wayproof/database/sqlite/integrity'
import { type ReadStatement, sqlOf } from '@wayproof/database/sqlite/sql'
import { sqliteReads } from '@wayproof/database/sqlite/sqlite-query'
import { type ComparedAnswers, compareAnswers } from '@wayproof/survey/unlinking/answers-digest'
import SQLite from 'better-sqlite3'
import { INSTALLATION, type Installation } from '../installation/bind-installation.ts'
import type { CheckedFile } from './check-file.ts'

/**
 * Returns the damage that the log beside a database file would cause. The file's own log never damages it, wherever it
 * was truncated, so a fault is reported only if the file is intact without the log and damaged with it, or if the log
 * changes the id of the database.
 */
async function logFaults(file: string): Promise<readonly string[]> {
  const joined = new SQLite(file, { readonly: true, fileMustExist: true, timeout: 1_000 })
  const alone = new DatabaseSync(new URL('?immutable=1', pathToFileURL(file)), { readOnly: true })
  try {
    joined.exec('BEGIN')
    const withLog = sqliteReads(sqlOf((text) => joined.prepare(text)))
    const withoutLog = sqliteReads(<Row>(text: string) => alone.prepare(text) as unknown as ReadStatement<Row>)
    const [id, idWithLog] = [await databaseId(withoutLog), await databaseId(withLog)]
    if (id !== null && idWithLog !== null && id !== idWithLog) return [`it is of database ${idWithLog}, not of ${id}`]
    const faults = await faultsWithLog(withLog)
    return faults.length > 0 && (await isWhole(withoutLog)) ? faults : []
  } finally {
    joined.close()
    alone.close()
  }
}

/** Null if there is none yet, or its page is damaged. */
async function databaseId(query: ReadQuery): Promise<string | null> {
  try {
    return (await query.get<Installation>(INSTALLATION))?.database_id ?? null
  } catch {
    return null
  }
}

async function faultsWithLog(query: ReadQuery): Promise<readonly string[]> {
  try {
    return await integrityFaults(query)
  } catch (error) {
    const fault = toFault(error)
    if (fault instanceof DatabaseFault && fault.code === 'not-a-database') return [fault.message]
    throw error
  }
}

async function isWhole(query: ReadQuery): Promise<boolean> {
  try {
    return (await integrityFaults(query)).length === 0
  } catch {
    return false
  }
}

// A child process that checks a database file, because a check may take long and may be ended.
const [file = '', extent = 'quick'] = process.argv.slice(2)

async function compared(connection: SQLite.Database): Promise<ComparedAnswers> {
  const query = sqliteReads(sqlOf((text) => connection.prepare(text)))
  if (extent === 'quick') {
    const rows = await query.all<{ quick_check: string }>('PRAGMA quick_check(20)')
    const faults = rows.map(({ quick_check: line }) => line).filter((line) => line !== 'ok')
    return { faults, missing: {} }
  }
  const faults = await integrityFaults(query)
  const answers = await compareAnswers(query)
  return { missing: answers?.missing ?? {}, faults: [...faults, ...(answers?.faults ?? [])] }
}

/** `faults` is null if the file could not be read for another reason than its content. */
async function checked(): Promise<CheckedFile> {
  let connection: SQLite.Database | undefined
  try {
    connection = new SQLite(file, { readonly: true, fileMustExist: true, timeout: 1_000 })
    connection.exec('BEGIN')
    return await compared(connection)
  } catch (error) {
    const fault = toFault(error)
    const isBroken = fault instanceof DatabaseFault && fault.code === 'not-a-database'
    return { faults: isBroken ? [fault.message] : null, missing: {} }
  } finally {
    connection?.close()
  }
}

const damage = extent === 'log' ? { faults: await logFaults(file), missing: {} } : await checked()
process.stdout.write(JSON.stringify(damage))
