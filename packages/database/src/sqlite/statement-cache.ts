import type SQLite from 'better-sqlite3'

/** Prisma writes another text for every length of an IN list, so statements that were not used lately are dropped. */
const MOST_STATEMENTS = 400

/** Prepared statements of one connection by their text, in two generations: statements used in neither are dropped. */
export class StatementCache {
  readonly #connection: SQLite.Database
  readonly #configure: (statement: SQLite.Statement) => void
  #statements = new Map<string, SQLite.Statement>()
  #older = new Map<string, SQLite.Statement>()

  /** `configure` runs once on each new statement, because a result mode stays set on a statement. */
  constructor(connection: SQLite.Database, configure: (statement: SQLite.Statement) => void = () => {}) {
    this.#connection = connection
    this.#configure = configure
  }

  prepare(text: string): SQLite.Statement {
    return this.#statements.get(text) ?? this.#kept(text)
  }

  clear(): void {
    this.#statements.clear()
    this.#older.clear()
  }

  #kept(text: string): SQLite.Statement {
    const statement = this.#older.get(text) ?? this.#prepared(text)
    if (this.#statements.size === MOST_STATEMENTS / 2) {
      this.#older = this.#statements
      this.#statements = new Map()
    }
    this.#statements.set(text, statement)
    return statement
  }

  #prepared(text: string): SQLite.Statement {
    const statement = this.#connection.prepare(text)
    this.#configure(statement)
    return statement
  }
}
