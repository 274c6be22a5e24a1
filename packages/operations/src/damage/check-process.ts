import { DatabaseFault, toFault } from '@wayproof/database/database-fault'
import { integrityFaults } from '@wayproof/database/sqlite/integrity'
import { sqlOf } from '@wayproof/database/sqlite/sql'
import { sqliteReads } from '@wayproof/database/sqlite/sqlite-query'
import { type ComparedAnswers, compareAnswers } from '@wayproof/survey/unlinking/answers-digest'
import SQLite from 'better-sqlite3'
import type { CheckedFile } from './check-file.ts'
import { logFaults } from './log-faults.ts'

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
