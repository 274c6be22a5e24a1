/** The kind of a failure; the messages for users are made elsewhere. */
export type DatabaseFaultCode =
  | 'setting-refused'
  | 'not-a-database'
  | 'other-database'
  | 'newer-database'
  | 'older-database'
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
  | 'key-generation-missing'
  | 'key-generation-early'
  | 'moved-away'
  | 'copy-differs'
  | 'damaged'
  | 'unreachable'
  | 'access-denied'
  | 'wrong-password'
  | 'no-such-database'
  | 'no-tls'
  | 'untrusted-certificate'
  | 'read-only'
  | 'old-server'
  | 'commit-times'
  | 'wave-key-missing'
  | 'journal-unwritable'

/**
 * A failure of the database, its folder or its server. `message` is for the log; the message for users is made of
 * `code` and `detail` (a path or a version, if the code has one).
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

/** The disk is full (SQLITE_FULL or an I/O error). The work was rolled back; the database stays usable. */
export class DiskFullError extends DatabaseFault {
  override readonly name = 'DiskFullError'

  constructor(cause: unknown) {
    super('disk-full', `the disk took no more bytes: ${messageOf(cause)}`, { cause })
  }
}

/**
 * Whether the disk is full; also recognizes errors that passed through Prisma, which keeps only the code of foreign
 * errors.
 */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'disk-full'
}

/** True for every kind of SQLITE_BUSY: another process has the write lock, or our snapshot is stale. */
export function isBusy(error: unknown): boolean {
  return sqliteCode(error).startsWith('SQLITE_BUSY')
}

/** Codes of the system for a file that takes no more. */
const NO_SPACE: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT'])

/** Returns the typed fault of a driver error; any other error (a broken rule, a bug) unchanged. */
export const toFault = (error: unknown): unknown => faultOfCode(sqliteCode(error), error)

/** The same for an error that a library has wrapped, by the driver's code. */
export function faultOfCode(code: string, error: unknown): unknown {
  if (code === 'SQLITE_FULL' || code.startsWith('SQLITE_IOERR') || NO_SPACE.has(code)) return new DiskFullError(error)
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
