import type SQLite from 'better-sqlite3'
import { DatabaseFault, isBusy, toFault } from '../database-fault.ts'
import type { PrismaClient } from '../generated/client.ts'
import { Records } from '../prisma/records.ts'
import type { Query, ReadQuery, SnapshotQuery } from '../query/query.ts'
import type { QueryDatabase, QueryTransaction } from '../query/query-database.ts'
import type { Timing } from '../timing.ts'
import { Checkpoints } from './checkpoints.ts'
import { assertSettings, type Connections, openConnections } from './connections.ts'
import { DamageMark } from './damage-mark.ts'
import { LogFile } from './log-file.ts'
import { type LoggedFile, LogSync } from './log-sync.ts'
import { type OpenTransaction, openTransaction } from './open-transaction.ts'
import { SnapshotReaders } from './snapshot-readers.ts'
import { insideTransaction, outsideTransactions, type Sql, sqlOf } from './sql.ts'
import { sqliteQuery, sqliteReads } from './sqlite-query.ts'
import { StatementCache } from './statement-cache.ts'
import { emptyLog } from './wipe-file.ts'
import type { Release } from './write-lock.ts'
import { CommitSync, WriteTurns } from './write-turns.ts'

export interface DatabaseOptions extends Timing {
  /** Path of the SQLite file, which is created if it is missing. */
  readonly file: string
  /** How the log is synced; by default the log of `file` is. */
  readonly disk?: LoggedFile
}

export function openSqlite(options: DatabaseOptions): SqliteDatabase {
  return new SqliteDatabase(openConnections(options.file), options, options.disk)
}

/** One file, one connection that writes, one that only reads, and one lock for all writes of this process. */
export class SqliteDatabase implements QueryDatabase {
  readonly engine = 'sqlite'
  /** For the Prisma adapter only, which needs the driver's own statements. */
  readonly connections: Connections
  /** Damage found in the file; while there is any, nothing is written. */
  readonly damage: DamageMark
  /** Milliseconds from any fixed point. */
  readonly now: Timing['now']
  sleep: Timing['sleep']
  readonly #turns: WriteTurns
  readonly #readCache: StatementCache
  readonly #writeCache: StatementCache
  readonly #writeSql: Sql
  readonly #writeQuery: Query
  /** Cached statements that see committed rows only and never wait for a writer. */
  readonly query: ReadQuery
  readonly #snapshots: SnapshotReaders
  readonly #logFile: LogFile
  readonly #logSync: LogSync
  readonly #checkpoints: Checkpoints
  readonly #records: Records
  readonly #commitSync: CommitSync
  #closing: Promise<void> | undefined

  constructor(connections: Connections, timing: Timing, disk?: LoggedFile) {
    this.connections = connections
    this.now = () => timing.now()
    this.sleep = (ms) => timing.sleep(ms)
    this.damage = new DamageMark(connections.writer.name, timing.now)
    this.#logFile = new LogFile(`${connections.writer.name}-wal`, timing)
    this.#readCache = new StatementCache(connections.reader)
    this.#writeCache = new StatementCache(connections.writer)
    const prepareRead = outsideTransactions(connections, this.#writeCache, this.#readCache)
    const readSql = sqlOf((text) => {
      this.#assertOpen()
      return prepareRead(text)
    })
    this.query = sqliteReads(readSql)
    this.#snapshots = new SnapshotReaders(connections.writer.name)
    this.#writeSql = sqlOf(insideTransaction(connections.writer, this.#writeCache))
    this.#writeQuery = sqliteQuery(this.#writeSql)
    this.#checkpoints = new Checkpoints(connections.writer)
    this.#commitSync = new CommitSync(connections.writer)
    this.#turns = new WriteTurns(this.damage, this.#commitSync)
    this.#records = new Records(this)
    this.#logSync = new LogSync(disk ?? { flushLog: () => this.#logFile.flush(), checkpoint: () => emptyLog(this) })
  }

  records(): Promise<PrismaClient> {
    return this.#records.client()
  }

  transaction<T>(work: (transaction: QueryTransaction) => Promise<T>): Promise<T> {
    return this.#records.transaction(this.#writeQuery, work)
  }

  /** Throws inside a transaction. */
  assertOutside(): void {
    this.#records.assertOutside()
  }

  async readSnapshot<T>(work: (query: SnapshotQuery) => Promise<T>): Promise<T> {
    this.#assertOpen()
    return this.#snapshots.read(work)
  }

  write<T>(work: (query: Query) => Promise<T>): Promise<T> {
    return this.#write(work, true)
  }

  writeUnsynced<T>(work: (query: Query) => Promise<T>): Promise<T> {
    return this.#write(work, false)
  }

  /**
   * Runs `work` in a transaction of its own: one synchronous function that blocks this process, for what must not wait
   * between its statements. No other work of this process runs in between, and 1,000 statements cost no promises.
   * Group commit, the claim of letters and staging use it; everything else uses `write`.
   *
   * `file`: a power cut may undo it, as `writeUnsynced`. `temporary`: changes only temporary tables, which are outside the
   * file, so the file is not locked.
   */
  async writeBlocking<T>(target: 'file' | 'temporary', work: (sql: Sql) => T): Promise<T> {
    if (target === 'file') return this.#write(() => work(this.#writeSql), false)
    const release = await this.#take(this.#commitSync.synced)
    try {
      return this.connections.writer.transaction(() => work(this.#writeSql))()
    } catch (error) {
      throw toFault(error)
    } finally {
      release()
    }
  }

  /** SQLite plans by indexes alone. */
  async analyze(): Promise<void> {
    this.#assertOpen()
  }

  async sync(): Promise<void> {
    this.#assertOpen()
    await this.#logSync.sync().catch((error) => Promise.reject(toFault(error)))
  }

  /** Retries the sync if the last one failed, and throws while it still fails. Costs nothing otherwise. */
  async retryFailedSync(): Promise<void> {
    if (this.#logSync.lastFlushFailed) await this.sync()
  }

  /** Path of the SQLite file. */
  get file(): string {
    return this.connections.writer.name
  }

  async #write<T>(work: (query: Query) => T | Promise<T>, synced: boolean): Promise<T> {
    const transaction = await this.begin(synced)
    try {
      const result = await this.#records.inside(() => work(this.#writeQuery))
      await transaction.commit()
      return result
    } finally {
      transaction.rollback()
    }
  }

  /** Waits for the lock and for other processes, then begins a transaction that can no longer meet SQLITE_BUSY. */
  async begin(synced = true): Promise<OpenTransaction> {
    const release = await this.#take(synced)
    const run = (command: string) => retryWhileBusy(this, () => this.#writeCache.prepare(command).run())
    const committed = async () => {
      if (!synced) this.#checkpoints.committed()
      // A sync that failed may have left a gap in the log before this commit.
      else await this.retryFailedSync()
    }
    return openTransaction({ writer: this.connections.writer, run, release, committed })
  }

  /**
   * Runs `work` exclusively on the write connection, outside a transaction (VACUUM, PRAGMA wal_checkpoint). `work` is
   * repeated after SQLITE_BUSY, so it must be safe to repeat. A transaction that it leaves open is rolled back.
   */
  async exclusive<T>(work: (connection: SQLite.Database) => T): Promise<T> {
    const release = await this.#take(true)
    const { writer } = this.connections
    try {
      return await runAlone(this, writer, work)
    } finally {
      // `work` may have changed tables or settings.
      this.#readCache.clear()
      this.#writeCache.clear()
      try {
        assertSettings(writer)
      } finally {
        release()
      }
    }
  }

  /** Waits for the work in progress, moves the WAL into the file and closes. Later calls throw `closed`. */
  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    await this.#records.close()
    const release = await this.#turns.close()
    try {
      await this.#checkpoints.close()
      this.#snapshots.close()
      // The reader closes first: the last connection moves the WAL into the file, which a read-only one cannot do.
      this.connections.reader.close()
      this.connections.writer.close()
      await this.#logFile.close()
    } finally {
      release()
    }
  }

  async #take(synced: boolean): Promise<Release> {
    this.#records.assertOutside()
    return this.#turns.take(synced)
  }

  #assertOpen(): void {
    this.#records.assertOutside()
    this.#turns.assertOpen()
  }
}

/**
 * Runs `work` on a connection outside a transaction and repeats it while another process is busy. Rolls back a
 * transaction that `work` leaves open.
 */
async function runAlone<T>(
  timing: Timing,
  connection: SQLite.Database,
  work: (connection: SQLite.Database) => T,
): Promise<T> {
  const attempt = () => {
    try {
      return work(connection)
    } finally {
      if (connection.inTransaction) connection.exec('ROLLBACK')
    }
  }
  return retryWhileBusy(timing, attempt).catch((error) => Promise.reject(toFault(error)))
}

const GIVE_UP_AFTER_MS = 30_000
/** Longest pause between two attempts, before jitter. */
const LONGEST_PAUSE_MS = 18
/** The jitter multiplies a pause by 0.5 to 1.5, so fewer attempts than `LONGEST_PAUSE_MS` reach the longest pause. */
const MOST_TRIES_COUNTED = LONGEST_PAUSE_MS / 1.5

/**
 * Repeats `attempt` while it throws SQLITE_BUSY, for at most 30 s, and sleeps between attempts so that the event loop
 * stays free. `attempt` must leave nothing behind when it throws. Throws DatabaseFault `busy` after 30 s.
 */
async function retryWhileBusy<T>(timing: Timing, attempt: () => T): Promise<T> {
  const end = timing.now() + GIVE_UP_AFTER_MS
  for (let tries = 1; ; tries += 1) {
    try {
      return attempt()
    } catch (error) {
      if (!isBusy(error)) throw error
      const now = timing.now()
      if (now >= end) throw new DatabaseFault('busy', 'another process locked the database for 30 s', { cause: error })
      await timing.sleep(pause(tries, now))
    }
  }
}

/**
 * Pauses grow with the attempts; the fraction of the clock keeps waiting processes from retrying at the same moments.
 */
function pause(tries: number, now: number): number {
  const jitter = 0.5 + ((now * 0.618) % 1)
  return Math.min(tries, MOST_TRIES_COUNTED) * jitter
}
