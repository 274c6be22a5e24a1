import pg from 'pg'
import type { Query, SnapshotQuery, Statement, Values } from '../query/query.ts'
import { numberedText } from './numbered-text.ts'
import { postgresqlDialect } from './postgresql-dialect.ts'
import { toPostgresqlFault } from './postgresql-fault.ts'

type Queryable = Pick<pg.ClientBase, 'query'>

/** Names a statement; each connection prepares a named one once. */
export type NameOf = (text: string) => { readonly name?: string }

const unnamed: NameOf = () => ({})

/** Most prepared statements of each connection. */
const MOST_NAMES = 300

/** Names the first statements of the process: those of hot paths are among them. The others stay unnamed. */
export function preparedStatements(): NameOf {
  const names = new Map<string, { readonly name: string }>()
  return (text) => {
    const cachedName = names.get(text)
    if (cachedName || names.size === MOST_NAMES) return cachedName ?? {}
    const named = { name: `statement_${names.size + 1}` }
    names.set(text, named)
    return named
  }
}

/** Runs statements on a connection, or each on any connection of a pool. */
export function postgresqlQuery(connection: () => Queryable, nameOf: NameOf = unnamed): Query {
  const run = (statement: Statement, values: Values = {}) => runText(connection(), textOf(statement), values, nameOf)
  return {
    all: async (statement, values) => (await run(statement, values)).rows,
    get: async (statement, values) => (await run(statement, values)).rows[0],
    run: async (statement, values) => (await run(statement, values)).rowCount ?? 0,
  }
}

/** Rows of one batch, by default. */
const BATCH = 1_000

/** Reads on a connection that is in a transaction. */
export function postgresqlSnapshot(connection: Queryable): SnapshotQuery {
  let cursors = 0
  const { all, get } = postgresqlQuery(() => connection)
  return {
    all,
    get,
    batches: async function* <Row>(statement: Statement, values: Values = {}, size = BATCH) {
      cursors += 1
      const cursor = `batches_${cursors}`
      await runText(connection, `DECLARE ${cursor} NO SCROLL CURSOR FOR ${textOf(statement)}`, values)
      for (;;) {
        const { rows } = await runText(connection, `FETCH ${size} FROM ${cursor}`, {})
        if (rows.length > 0) yield rows as Row[]
        if (rows.length < size) break
      }
      await connection.query(`CLOSE ${cursor}`)
    },
  }
}

const textOf = (statement: Statement): string =>
  typeof statement === 'string' ? statement : statement(postgresqlDialect)

function runText(
  connection: Queryable,
  statement: string,
  given: Values,
  nameOf: NameOf = unnamed,
): Promise<pg.QueryResult> {
  const { text, values } = numberedText(statement, given)
  return connection.query({ ...nameOf(text), text, values: [...values], types: asOnSqlite }).catch(refuse)
}

const refuse = (error: unknown) => Promise.reject(toPostgresqlFault(error))

const { BOOL, INT8, NUMERIC, TIMESTAMP } = pg.types.builtins

/** Values as SQLite returns them. */
const READERS: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [BOOL, (text) => (text === 't' ? 1 : 0)],
  [INT8, Number],
  [NUMERIC, Number],
  [TIMESTAMP, (text) => Date.parse(`${text.replace(' ', 'T')}Z`)],
])

const asOnSqlite: pg.CustomTypesConfig = {
  getTypeParser: (type: number, format?: 'text' | 'binary') =>
    READERS.get(type) ?? pg.types.getTypeParser(type, format === 'binary' ? 'binary' : 'text'),
}
