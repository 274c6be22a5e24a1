import SQLite from 'better-sqlite3'

let sent = 0

const memory = new SQLite(':memory:')
const statement = Object.getPrototypeOf(memory.prepare('SELECT 1'))
memory.close()

for (const method of ['all', 'get', 'run', 'iterate']) {
  const original = statement[method]
  statement[method] = function counted(this: unknown, ...given: unknown[]) {
    sent += 1
    return original.apply(this, given)
  }
}

/**
 * Statements that this thread has run on SQLite since it loaded this module. On a server the connections of the pool add
 * their own, at moments of their own.
 */
export const sentStatements = (): number => sent
