import type SQLite from 'better-sqlite3'
import { toFault } from '../database-fault.ts'
import type { Query, ReadQuery, SnapshotQuery, Statement, Value, Values } from '../query/query.ts'
import { type Parameter, type ReadSql, type Sql, sqlOf } from './sql.ts'
import { sqliteDialect } from './sqlite-dialect.ts'

/** Reads with statements of a SQLite connection. */
export function sqliteReads(sql: ReadSql): ReadQuery {
  return {
    all: async <Row>(statement: Statement, values?: Values) => sql<Row>(textOf(statement)).all(...stored(values)),
    get: async <Row>(statement: Statement, values?: Values) => sql<Row>(textOf(statement)).get(...stored(values)),
  }
}

/** Rows of one batch, by default. */
const BATCH = 1_000

/** Reads with statements of a connection that is in a snapshot. */
export function sqliteSnapshot(prepare: (text: string) => SQLite.Statement): SnapshotQuery {
  return {
    ...sqliteReads(sqlOf(prepare)),
    batches: async function* <Row>(statement: Statement, values?: Values, size = BATCH) {
      let batch: Row[] = []
      try {
        for (const row of prepare(textOf(statement)).iterate(...stored(values))) {
          batch.push(row as Row)
          if (batch.length < size) continue
          yield batch
          batch = []
        }
      } catch (error) {
        throw toFault(error)
      }
      if (batch.length > 0) yield batch
    },
  }
}

/** Reads and writes with statements of a SQLite transaction. */
export const sqliteQuery = (sql: Sql): Query => ({
  ...sqliteReads(sql),
  run: async (statement, values) => sql(textOf(statement)).run(...stored(values)).changes,
})

const texts = new WeakMap<Exclude<Statement, string>, string>()

function textOf(statement: Statement): string {
  if (typeof statement === 'string') return statement
  const text = texts.get(statement) ?? statement(sqliteDialect)
  texts.set(statement, text)
  return text
}

function stored(values: Values = {}): Parameter[] {
  const entries = Object.entries(values)
  const parameters: Record<string, Parameter> = {}
  for (const [name, value] of entries) parameters[name] = storedValue(value)
  return entries.length > 0 ? [parameters] : []
}

function storedValue(value: Value): Parameter {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value instanceof Date) return value.getTime()
  if (Array.isArray(value)) return JSON.stringify(value)
  return value as Exclude<Value, boolean | Date | readonly unknown[]>
}
