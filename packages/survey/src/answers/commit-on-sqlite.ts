import { DatabaseFault } from '@wayproof/database/database-fault'
import type { Sql } from '@wayproof/database/sqlite/sql'
import type { SqliteDatabase } from '@wayproof/database/sqlite/sqlite-database'
import type { CipherOf } from '../wave-keys/answer-cipher.ts'
import { AnswerForms, SqliteAnswerRows } from './answer-rows-on-sqlite.ts'
import { Counters } from './counters.ts'
import type { CommitBatch, Failures, Waiting } from './group-commit.ts'

/** Writes a batch in one synchronous function, then waits for the disk while further answers arrive. */
export function commitOnSqlite(database: SqliteDatabase, cipherOf: CipherOf): CommitBatch {
  const forms = new AnswerForms(cipherOf)
  return async (batch) => {
    const failures = await written(database, batch, forms)
    await database.sync()
    return failures
  }
}

/** Commits the answers that succeed: usually the whole batch; after a failure each is tried in its own savepoint. */
async function written(database: SqliteDatabase, batch: readonly Waiting[], forms: AnswerForms): Promise<Failures> {
  try {
    await database.writeBlocking('file', (sql) => writeAll(sql, new SqliteAnswerRows(sql, forms), batch))
    return new Map()
  } catch (error) {
    if (isOfAll(error)) throw error
    return database.writeBlocking('file', (sql) => writeEach(sql, new SqliteAnswerRows(sql, forms), batch))
  }
}

function writeAll(sql: Sql, rows: SqliteAnswerRows, batch: readonly Waiting[]): void {
  const counters = new Counters()
  for (const waiting of batch) {
    const change = waiting.write(rows)
    if (change) counters.add(change)
  }
  writeCounters(sql, counters)
}

function writeEach(sql: Sql, rows: SqliteAnswerRows, batch: readonly Waiting[]): Failures {
  const failures = new Map<Waiting, unknown>()
  for (const waiting of batch) {
    sql('SAVEPOINT one_answer').run()
    try {
      writeAll(sql, rows, [waiting])
      sql('RELEASE one_answer').run()
    } catch (error) {
      if (isOfAll(error)) throw error
      sql('ROLLBACK TO one_answer').run()
      sql('RELEASE one_answer').run()
      failures.set(waiting, error)
    }
  }
  return failures
}

/** A failing disk fails the whole batch; a missing key only the answers of its wave. */
const isOfAll = (error: unknown): boolean => error instanceof DatabaseFault && error.code !== 'wave-key-missing'

/** SQLite has one writer at a time, so one shard. */
const SHARD = 0

const COUNTER = `INSERT INTO answer_counter (wave_id, shard, day, answered, withdrawn) VALUES (?, ${SHARD}, ?, ?, ?)
  ON CONFLICT DO UPDATE SET answered = answered + excluded.answered, withdrawn = withdrawn + excluded.withdrawn`

function writeCounters(sql: Sql, { rows }: Counters): void {
  for (const { waveId, day, answered, withdrawn } of rows) sql(COUNTER).run(waveId, day, answered, withdrawn)
}
