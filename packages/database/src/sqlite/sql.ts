import type SQLite from 'better-sqlite3'
import { DatabaseFault, toFault } from '../database-fault.ts'
import type { Connections } from './connections.ts'
import type { StatementCache } from './statement-cache.ts'

/** A parameter of a statement: positional `?`, or one object for `@name`. The caller converts booleans and dates. */
export type Parameter = string | number | bigint | Uint8Array | null | Readonly<Record<string, unknown>>

/** A prepared statement. Integers are returned as numbers. */
export interface ReadStatement<Row> {
  get(...parameters: Parameter[]): Row | undefined
  all(...parameters: Parameter[]): Row[]
}

export interface WriteStatement<Row> extends ReadStatement<Row> {
  run(...parameters: Parameter[]): { changes: number; lastInsertRowid: number | bigint }
}

/** Returns the cached statement of a text: `sql<{ n: number }>('SELECT ...').get(1)`. */
export type ReadSql = <Row = unknown>(text: string) => ReadStatement<Row>
export type Sql = <Row = unknown>(text: string) => WriteStatement<Row>

/** Returns the driver's statement of a text; called for each run. Throws if the statement may not run now. */
type Prepare = (text: string) => SQLite.Statement

/**
 * Wraps the driver's statements, because their result modes (raw, pluck, bind) would remain set on the cached statement
 * for all later callers.
 */
export function sqlOf(prepare: Prepare): Sql {
  return <Row>(text: string): WriteStatement<Row> => new GuardedStatement<Row>(prepare, text)
}

/** A class instead of closures, because one is created for each use of a statement. */
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

/** For writes: a full disk ends a transaction, and later statements would be committed one by one. */
export function insideTransaction(connection: SQLite.Database, cache: StatementCache): Prepare {
  return (text) => {
    if (!connection.inTransaction) throw new DatabaseFault('closed', 'the transaction of this statement has ended')
    return cache.prepare(text)
  }
}

/**
 * For reads: uses the writing connection between two transactions, because its page cache survives its own commits,
 * while each commit invalidates the cache of the reading connection. Inside a transaction, the writing connection would
 * show uncommitted rows. Statements that write go to the reading connection, which refuses them.
 */
export function outsideTransactions(
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
