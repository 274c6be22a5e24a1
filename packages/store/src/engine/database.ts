import type SQLite from 'better-sqlite3'
import { DamageMark } from '../damage/damage-mark.ts'
import type { PrismaClient } from '../generated/client.ts'
import { retryWhileBusy, type Timing } from './busy-retry.ts'
import { CommitSync } from './commit-sync.ts'
import { assertSettings, type Connections, openConnections } from './connections.ts'
import { DatabaseFault, toFault } from './database-fault.ts'
import { Checkpoints } from './log/checkpoints.ts'
import { LogFile } from './log/log-file.ts'
import { type LoggedFile, LogSync } from './log/log-sync.ts'
import { type OpenTransaction, openTransaction } from './open-transaction.ts'
import { Records, type Transaction } from './prisma/records.ts'
import type { RecordDatabase } from './record-database.ts'
import { besideTransactions, insideTransaction, type ReadSql, type ReadStatement, type Sql, sqlOf } from './sql.ts'
import { StatementCache } from './statement-cache.ts'
import { emptyLog } from './wipe-file.ts'
import { type Release, WriteLock } from './write-lock.ts'

export interface DatabaseOptions extends Timing {
  /** Path of the SQLite file; made when it is missing. */
  readonly file: string
  /** How its log is brought to the disk; absent, as it is done for a real one. */
  readonly disk?: LoggedFile
}

export function openDatabase(options: DatabaseOptions): Database {
  return new Database(openConnections(options.file), options, options.disk)
}

/** One file, one connection that writes and one that only reads, and one lock before every write of this process. */
export class Database implements RecordDatabase, Timing {
  /** For the Prisma adapter only: it needs the driver's own statements. */
  readonly connections: Connections
  /** What is known to be broken in the file; then nothing is written. */
  readonly damage: DamageMark
  /** Milliseconds from any fixed point. */
  readonly now: Timing['now']
  sleep: Timing['sleep']
  readonly #lock = new WriteLock()
  readonly #readCache: StatementCache
  readonly #writeCache: StatementCache
  readonly #readSql: ReadSql
  readonly #snapshotSql: ReadSql
  readonly #writeSql: Sql
  readonly #logFile: LogFile
  readonly #logSync: LogSync
  readonly #checkpoints: Checkpoints
  readonly #records: Records
  readonly #commitSync: CommitSync
  #closed = false
  #closing: Promise<void> | undefined

  constructor(connections: Connections, timing: Timing, disk?: LoggedFile) {
    this.connections = connections
    this.now = () => timing.now()
    this.sleep = (ms) => timing.sleep(ms)
    this.damage = new DamageMark(connections.writer.name, timing.now)
    this.#logFile = new LogFile(`${connections.writer.name}-wal`, timing)
    this.#readCache = new StatementCache(connections.reader)
    this.#writeCache = new StatementCache(connections.writer)
    const beside = besideTransactions(connections, this.#writeCache, this.#readCache)
    this.#readSql = sqlOf((text) => {
      this.#assertOpen()
      return beside(text)
    })
    this.#snapshotSql = sqlOf((text) => this.#readCache.prepare(text))
    this.#writeSql = sqlOf(insideTransaction(connections.writer, this.#writeCache))
    this.#checkpoints = new Checkpoints(connections.writer)
    this.#commitSync = new CommitSync(connections.writer)
    this.#records = new Records(this)
    this.#logSync = new LogSync(disk ?? { flushLog: () => this.#logFile.flush(), checkpoint: () => emptyLog(this) })
  }

  /** Prisma Client, for records outside a transaction. */
  records(): Promise<PrismaClient> {
    return this.#records.client()
  }

  /**
   * Runs `work` in one transaction with Prisma Client and SQL: everything is on disk when the promise resolves, or
   * nothing is kept. Other calls of this database throw inside. Throws what `work` throws, DiskFullError, `busy`.
   */
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.#records.transaction(this.#writeSql, work)
  }

  /** Throws inside a transaction. */
  assertOutside(): void {
    this.#records.assertOutside()
  }

  /** A cached statement that sees committed rows only, and never waits for a writer. */
  read<Row = unknown>(text: string): ReadStatement<Row> {
    return this.#readSql<Row>(text)
  }

  /** Several reads of one and the same moment. */
  snapshot<T>(work: (sql: ReadSql) => T): T {
    this.#assertOpen()
    const { reader } = this.connections
    reader.exec('BEGIN')
    try {
      return work(this.#snapshotSql)
    } finally {
      reader.exec('COMMIT')
    }
  }

  /**
   * Runs `work` in one transaction: all of it is on disk when the promise resolves, or none of it. `work` is synchronous
   * and short (a neighbor waits); its statements are dead afterwards. Throws what `work` throws, DiskFullError, `busy`.
   */
  write<T>(work: (sql: Sql) => T): Promise<T> {
    return this.#write(work, true)
  }

  /**
   * Like `write`, but does not wait for the disk: it outlives this process when the promise resolves, and a power cut once
   * `sync` or any later `write` has resolved. For what may be done again, never for what somebody was told we have.
   */
  writeUnsynced<T>(work: (sql: Sql) => T): Promise<T> {
    return this.#write(work, false)
  }

  /** Like `write`, for work on temporary tables only: they lie outside the file, so nothing is synced. */
  async writeTemporary<T>(work: (sql: Sql) => T): Promise<T> {
    const release = await this.#acquire(this.#commitSync.synced)
    try {
      return this.connections.writer.transaction(() => work(this.#writeSql))()
    } catch (error) {
      throw toFault(error)
    } finally {
      release()
    }
  }

  /** Waits until all that was written before is on disk, without holding up the event loop. */
  async sync(): Promise<void> {
    this.#assertOpen()
    await this.#logSync.sync().catch((error) => Promise.reject(toFault(error)))
  }

  /** Tries the disk again where the last `sync` failed, and throws while it still does. Costs nothing otherwise. */
  async settleDoubt(): Promise<void> {
    if (this.#logSync.doubtful) await this.sync()
  }

  /** Path of the SQLite file. */
  get file(): string {
    return this.connections.writer.name
  }

  async #write<T>(work: (sql: Sql) => T, synced: boolean): Promise<T> {
    const transaction = await this.begin(synced)
    try {
      const result = work(this.#writeSql)
      if (result instanceof Promise) throw new TypeError('the work of a write must be synchronous')
      await transaction.commit()
      return result
    } finally {
      transaction.rollback()
    }
  }

  /** Waits for the lock and for other processes, and begins a transaction that can no longer meet SQLITE_BUSY. */
  async begin(synced = true): Promise<OpenTransaction> {
    const release = await this.#acquire(synced)
    const run = (command: string) => retryWhileBusy(this, () => this.#writeCache.prepare(command).run())
    const committed = async () => {
      if (!synced) this.#checkpoints.committed()
      // A flush that failed may have left a gap in the log before this commit.
      else await this.settleDoubt()
    }
    return openTransaction({ writer: this.connections.writer, run, release, committed })
  }

  /**
   * Runs `work` alone on the write connection, outside a transaction (VACUUM, PRAGMA wal_checkpoint). It is run again
   * when it throws SQLITE_BUSY, so it must be safe to repeat. A transaction it leaves open is rolled back.
   */
  async exclusive<T>(work: (connection: SQLite.Database) => T): Promise<T> {
    const release = await this.#acquire()
    const { writer } = this.connections
    try {
      return await retryWhileBusy(this, () => {
        try {
          return work(writer)
        } finally {
          if (writer.inTransaction) writer.exec('ROLLBACK')
        }
      })
    } catch (error) {
      throw toFault(error)
    } finally {
      // The work may have changed tables or settings.
      this.#readCache.clear()
      this.#writeCache.clear()
      try {
        assertSettings(writer)
      } finally {
        release()
      }
    }
  }

  /** Waits for the work in progress, then moves the WAL into the file and closes. Whatever comes later gets `closed`. */
  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    await this.#records.close()
    const release = await this.#lock.acquire()
    this.#closed = true
    try {
      await this.#checkpoints.close()
      // The reader goes first: whoever closes last moves the WAL, and a read-only connection cannot.
      this.connections.reader.close()
      this.connections.writer.close()
      await this.#logFile.close()
    } finally {
      release()
    }
  }

  /** The lock; until it is released the writer waits for the disk at each commit, unless not `synced`. */
  async #acquire(synced = true): Promise<Release> {
    this.#assertOpen()
    const [fault] = this.damage.read()?.faults ?? []
    if (fault !== undefined) throw new DatabaseFault('damaged', fault)
    const release = await this.#lock.acquire()
    if (this.#closed) {
      release()
      throw new DatabaseFault('closed', 'the database is closed')
    }
    try {
      this.#commitSync.set(synced)
    } catch (error) {
      release()
      throw error
    }
    return release
  }

  #assertOpen(): void {
    this.#records.assertOutside()
    if (this.#closed) throw new DatabaseFault('closed', 'the database is closed')
  }
}
