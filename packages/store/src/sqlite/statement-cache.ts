import type SQLite from 'better-sqlite3'

/** Prisma writes another text for every length of an IN list, so what is not used lately must go. */
const KEPT = 400

/** Prepared statements of one connection by their text; the least recently used go first. */
export class StatementCache {
  readonly #connection: SQLite.Database
  readonly #configure: (statement: SQLite.Statement) => void
  readonly #statements = new Map<string, SQLite.Statement>()

  /** `configure` is run once on each new statement (a result mode stays with the statement). */
  constructor(connection: SQLite.Database, configure: (statement: SQLite.Statement) => void = () => {}) {
    this.#connection = connection
    this.#configure = configure
  }

  prepare(text: string): SQLite.Statement {
    const known = this.#statements.get(text)
    if (known) {
      this.#statements.delete(text)
      this.#statements.set(text, known)
      return known
    }
    const statement = this.#connection.prepare(text)
    this.#configure(statement)
    this.#statements.set(text, statement)
    if (this.#statements.size > KEPT) this.#statements.delete(this.#statements.keys().next().value ?? '')
    return statement
  }

  clear(): void {
    this.#statements.clear()
  }
}
