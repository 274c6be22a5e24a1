import SQLite from 'better-sqlite3'
import { DatabaseFault, toFault } from '../engine/database-fault.ts'
import { integrityFaults } from '../engine/sqlite/integrity.ts'
import { sqlOf } from '../engine/sqlite/sql.ts'
import { digestAnswers, digestedWaves } from './answers-digest.ts'
import { logFaults } from './log-faults.ts'

// A process of its own that reads a database file and says what is broken in it: it may take long, and may be ended.
const [file = '', extent = 'quick'] = process.argv.slice(2)

/** Digests of waves that have none yet, by id. */
const missing: Record<string, string> = {}

function faultsOf(connection: SQLite.Database): readonly string[] {
  const sql = sqlOf((text) => connection.prepare(text))
  if (extent === 'quick') {
    const rows = sql<{ quick_check: string }>('PRAGMA quick_check(20)').all()
    return rows.map(({ quick_check: line }) => line).filter((line) => line !== 'ok')
  }
  const faults = [...integrityFaults(sql)]
  for (const { id, period, digest } of digestedWaves(sql)) {
    const digesting = digestAnswers(sql, id)
    let step = digesting.next()
    while (!step.done) step = digesting.next()
    if (digest === null) missing[id] = step.value
    else if (digest !== step.value) faults.push(`the answers of ${period} are not those that were unlinked`)
  }
  return faults
}

/** Null where the file could not be read for another reason than its content. */
function checked(): readonly string[] | null {
  let connection: SQLite.Database | undefined
  try {
    connection = new SQLite(file, { readonly: true, fileMustExist: true, timeout: 1_000 })
    connection.exec('BEGIN')
    return faultsOf(connection)
  } catch (error) {
    const fault = toFault(error)
    return fault instanceof DatabaseFault && fault.code === 'not-a-database' ? [fault.message] : null
  } finally {
    connection?.close()
  }
}

const faults = extent === 'log' ? logFaults(file) : checked()
process.stdout.write(JSON.stringify({ faults, missing }))
