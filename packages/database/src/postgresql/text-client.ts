import pg from 'pg'

interface Parameters {
  readonly values: readonly unknown[]
}

/** A connection that stores U+FFFD for each NUL in a text: no text of PostgreSQL contains NUL, and SQLite takes it. */
export class TextClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config)
    const query: (...given: unknown[]) => unknown = this.query.bind(this)
    this.query = ((statement: unknown, ...rest: unknown[]) =>
      query(
        hasNul(statement) ? { ...statement, values: statement.values.map(withoutNul) } : statement,
        ...rest,
      )) as pg.Client['query']
  }
}

/** True for a statement with its values, as this store and Prisma Client send it, if a text among them contains NUL. */
function hasNul(statement: unknown): statement is Parameters {
  if (typeof statement !== 'object' || statement === null || !('values' in statement)) return false
  return Array.isArray(statement.values) && statement.values.some(containsNul)
}

const containsNul = (value: unknown): boolean =>
  typeof value === 'string' ? value.includes('\0') : Array.isArray(value) && value.some(containsNul)

function withoutNul(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '\uFFFD')
  return Array.isArray(value) ? value.map(withoutNul) : value
}
