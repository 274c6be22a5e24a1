import type SQLite from 'better-sqlite3'
import { DatabaseFault, toFault } from '../database-fault.ts'
import type { Connections } from './connections.ts'
import type { StatementCache } from './statement-cache.ts'

/** What a statement takes: positional `?`, or one object for `@name`. Booleans and dates are the caller's to convert. */
export type Parameter = string | number | bigint | Uint8Array | null | Readonly<Record<string, unknown>>

/** A statement ready to run again and again. Integers come back as numbers. */
export interface ReadStatement<Row> {
  get(...parameters: Parameter[]): Row | undefined
  all(...parameters: Parameter[]): Row[]
  /** Hands over one row after another as its values in order, for what is too much to hold. */
  each(visit: (...values: never[]) => void, ...parameters: Parameter[]): void
}

export interface WriteStatement<Row> extends ReadStatement<Row> {
  run(...parameters: Parameter[]): { changes: number; lastInsertRowid: number | bigint }
}

/** The cached statement of a text: `sql<{ n: number }>('SELECT ...').get(1)`. */
export type ReadSql = <Row = unknown>(text: string) => ReadStatement<Row>
export type Sql = <Row = unknown>(text: string) => WriteStatement<Row>

/** The driver's statement of a text, looked up each time it is run. Throws when it may not be run now. */
type Prepare = (text: string) => SQLite.Statement

/**
 * Statements that hide the driver's own, because its result modes (raw, pluck, bind) would stay with the cached one for
 * every later user.
 */
export function sqlOf(prepare: Prepare): Sql {
  return <Row>(text: string): WriteStatement<Row> => new GuardedStatement<Row>(prepare, text)
}

/** A class and no closures, since one is made for each use of a statement. */
class GuardedStatement<Row> implements WriteStatement<Row> {
  readonly #prepare: Prepare
  readonly #text: string

  constructor(prepare: Prepare, text: string) {
    this.#prepare = prepare
    this.#text = text
  }

  get(...parameters: Parameter[]): Row | undefined {
    try {
      return this.#prepared().get(...parameters)
    } catch (error) {
      throw toFault(error)
    }
  }

  all(...parameters: Parameter[]): Row[] {
    try {
      return this.#prepared().all(...parameters)
    } catch (error) {
      throw toFault(error)
    }
  }

  each(visit: (...values: never[]) => void, ...parameters: Parameter[]): void {
    const statement = this.#prepared()
    try {
      const rows: Iterable<unknown> = statement.raw(true).iterate(...parameters)
      for (const row of rows) visit(...(row as never[]))
    } catch (error) {
      throw toFault(error)
    } finally {
      statement.raw(false)
    }
  }

  run(...parameters: Parameter[]): { changes: number; lastInsertRowid: number | bigint } {
    try {
      return this.#prepared().run(...parameters)
    } catch (error) {
      throw toFault(error)
    }
  }

  #prepared(): SQLite.Statement<Parameter[], Row> {
    return this.#prepare(this.#text) as SQLite.Statement<Parameter[], Row>
  }
}

/** For writes: a full disk ends a transaction by itself, and what runs after it would be kept on its own. */
export function insideTransaction(connection: SQLite.Database, cache: StatementCache): Prepare {
  return (text) => {
    if (!connection.inTransaction) throw new DatabaseFault('closed', 'the transaction of this statement has ended')
    return cache.prepare(text)
  }
}

/**
 * For reads, on the connection that writes while it is between two transactions: its pages in memory outlive its own
 * commits, while each of them empties those of the reading connection. Inside a transaction it would show what is not
 * committed, and a statement that writes is the reading connection's to refuse.
 */
export function besideTransactions(
  { writer }: Pick<Connections, 'writer'>,
  writeCache: StatementCache,
  readCache: StatementCache,
): Prepare {
  return (text) => {
    if (writer.inTransaction) return readCache.prepare(text)
    const statement = writeCache.prepare(text)
    return statement.readonly ? statement : readCache.prepare(text)
  }
}
