/** Why the database refused, as a code; the sentence for people is made elsewhere. */
export type DatabaseFaultCode =
  | 'setting-refused'
  | 'not-a-database'
  | 'other-database'
  | 'newer-database'
  | 'changed-migration'
  | 'unfinished-migration'
  | 'broken-migration'
  | 'rowid-table'
  | 'foreign-log'
  | 'busy'
  | 'closed'
  | 'disk-full'
  | 'cannot-open'
  | 'other-key'
  | 'damaged'
  | 'unreachable'
  | 'access-denied'
  | 'read-only'
  | 'old-server'
  | 'commit-times'

/**
 * A failure of the database, its place on disk or its server. `message` is for the log; `code` and `detail` (a path or a
 * version, where the code has one) make the sentence for people.
 */
export class DatabaseFault extends Error {
  override readonly name: string = 'DatabaseFault'
  readonly code: DatabaseFaultCode
  readonly detail: string

  constructor(code: DatabaseFaultCode, message: string, options: { cause?: unknown; detail?: string } = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined)
    this.code = code
    this.detail = options.detail ?? ''
  }
}

/** The disk took no more bytes (SQLITE_FULL or an I/O error). Nothing of the work was kept; the database stays usable. */
export class DiskFullError extends DatabaseFault {
  override readonly name = 'DiskFullError'

  constructor(cause: unknown) {
    super('disk-full', `the disk took no more bytes: ${messageOf(cause)}`, { cause })
  }
}

/** Whether the disk took no more; also through Prisma, which passes on only the code of an error that is not its own. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'disk-full'
}

/** True for every SQLITE_BUSY of any kind (another process holds the write lock, or our snapshot is stale). */
export function isBusy(error: unknown): boolean {
  return sqliteCode(error).startsWith('SQLITE_BUSY')
}

/** The typed fault behind a driver error, or the error itself when it is none of ours (a broken rule, a bug). */
export function toFault(error: unknown): unknown {
  const code = sqliteCode(error)
  if (code === 'SQLITE_FULL' || code.startsWith('SQLITE_IOERR')) return new DiskFullError(error)
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
    return new DatabaseFault('not-a-database', `not a whole SQLite file: ${messageOf(error)}`, { cause: error })
  }
  if (code === 'SQLITE_CANTOPEN' || code.startsWith('SQLITE_READONLY')) {
    return new DatabaseFault('cannot-open', `the file cannot be opened for writing: ${messageOf(error)}`, {
      cause: error,
    })
  }
  return error
}

function sqliteCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
