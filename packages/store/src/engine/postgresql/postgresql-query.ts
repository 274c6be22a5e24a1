import pg from 'pg'
import type { Query, Statement, Values } from '../query/query.ts'
import { numberedText } from './numbered-text.ts'
import { postgresqlDialect } from './postgresql-dialect.ts'

type Queryable = Pick<pg.ClientBase, 'query'>

/** Runs statements on a connection, or each on any connection of a pool. */
export function postgresqlQuery(connection: () => Queryable): Query {
  const run = (statement: Statement, values: Values = {}) => {
    const text = typeof statement === 'string' ? statement : statement(postgresqlDialect)
    const numbered = numberedText(text, values)
    return connection().query({ text: numbered.text, values: [...numbered.values], types: asOnSqlite })
  }
  return {
    all: async (statement, values) => (await run(statement, values)).rows,
    get: async (statement, values) => (await run(statement, values)).rows[0],
    run: async (statement, values) => (await run(statement, values)).rowCount ?? 0,
  }
}

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
