import type SQLite from 'better-sqlite3'
import { DatabaseFault, toFault } from './database-fault.ts'
import type { StatementCache } from './statement-cache.ts'

/** What a statement takes: positional `?`, or one object for `@name`. Booleans and dates are the caller's to convert. */
export type Parameter = string | number | bigint | Uint8Array | null | Readonly<Record<string, unknown>>

/** A statement ready to run again and again. Integers come back as numbers. */
export interface ReadStatement<Row> {
  get(...parameters: Parameter[]): Row | undefined
  all(...parameters: Parameter[]): Row[]
}

export interface WriteStatement<Row> extends ReadStatement<Row> {
  run(...parameters: Parameter[]): { changes: number; lastInsertRowid: number | bigint }
}

/** The cached statement of a text: `sql<{ n: number }>('SELECT ...').get(1)`. */
export type ReadSql = <Row = unknown>(text: string) => ReadStatement<Row>
export type Sql = <Row = unknown>(text: string) => WriteStatement<Row>

/**
 * The statements of a cache, each run guarded by `check`. They hide the driver's own statement, because its result modes
 * (raw, pluck, bind) would stay with the cached one for every later user.
 */
export function sqlOf(cache: StatementCache, check: () => void): Sql {
  return <Row>(text: string): WriteStatement<Row> => new GuardedStatement<Row>(cache, check, text)
}

/** A class and no closures, since one is made for each use of a statement. */
class GuardedStatement<Row> implements WriteStatement<Row> {
  readonly #cache: StatementCache
  readonly #check: () => void
  readonly #text: string

  constructor(cache: StatementCache, check: () => void, text: string) {
    this.#cache = cache
    this.#check = check
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
    this.#check()
    return this.#cache.prepare(this.#text) as SQLite.Statement<Parameter[], Row>
  }
}

/** For `sqlOf`: a full disk ends a transaction by itself, and what runs after it would be kept on its own. */
export function mustBeInTransaction(connection: SQLite.Database): () => void {
  return () => {
    if (!connection.inTransaction) throw new DatabaseFault('closed', 'the transaction of this statement has ended')
  }
}
