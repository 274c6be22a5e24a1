import SQLite from 'better-sqlite3'
import pg from 'pg'

let sent = 0

const memory = new SQLite(':memory:')
const statement = Object.getPrototypeOf(memory.prepare('SELECT 1'))
memory.close()

for (const [prototype, method] of [
  [statement, 'all'],
  [statement, 'get'],
  [statement, 'run'],
  [statement, 'iterate'],
  [pg.Client.prototype, 'query'],
] as const) {
  const original = prototype[method]
  prototype[method] = function counted(this: unknown, ...given: unknown[]) {
    sent += 1
    return original.apply(this, given)
  }
}

/** Statements that this thread has sent to databases of either engine since it loaded this module. */
export const sentStatements = (): number => sent
