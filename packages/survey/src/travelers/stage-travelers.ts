import { setImmediate as otherWork } from 'node:timers/promises'
import { workerData } from 'node:worker_threads'
import type { Query } from '@wayproof/database/query/query'
import { overwriteDeleted } from '@wayproof/database/sqlite/overwrite-deleted'
import type { Sql } from '@wayproof/database/sqlite/sql'
import { openSqlite, type SqliteDatabase } from '@wayproof/database/sqlite/sqlite-database'
import { sqliteQuery } from '@wayproof/database/sqlite/sqlite-query'
import type { StoreDatabase } from '@wayproof/database/store-database'
import { answerCalls } from '@wayproof/database/threads/answer-calls'
import { ThreadCalls } from '@wayproof/database/threads/thread-calls'
import type { Instant } from '@wayproof/kernel/clock'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import { systemClock, systemSleep } from '@wayproof/kernel/system'
import { type AddressKeys, addressKeys } from './address-keys.ts'
import { ChunkPacker, type PackingDeps } from './chunk-packer.ts'
import type { TravelerImport, TravelerStaging } from './ports.ts'
import { repeatedNumbers } from './repeated-numbers.ts'
import { type Sealing, sealedRows, sealingUnder, traitRows } from './seal-chunk.ts'
import { STAGED, type StagedTables, stagedNames, stagedView, TRAITS } from './staged-tables.ts'
import { openStagingOnPostgresql } from './staging-on-postgresql.ts'
import type { Staging, StagingTable } from './staging-table.ts'
import { takeIn } from './take-in.ts'
import type { TravelerChunk } from './traveler-chunk.ts'

/** Rows of a chunk: staging them takes a few milliseconds. */
const CHUNK = 250
/** Chunks in flight: the other thread stages one while the others wait. */
const UNDER_WAY = 4
/** A file with at most this many rows is staged on this thread, because starting another takes longer. */
const FEW = 2_000

export interface StagingDeps extends PackingDeps {
  readonly keyring: Keyring
}

export function stageTravelers(
  database: StoreDatabase,
  { name, told }: Omit<Staging, 'keys'>,
  { keyring, ...deps }: StagingDeps,
): TravelerStaging {
  const packer = new ChunkPacker(CHUNK, deps)
  const places = stagingPlaces(database, { name, keys: addressKeys(keyring), told })
  const queued: TravelerChunk[] = []
  let table: Promise<StagingTable> | undefined
  let isShort = false
  let overwrite: () => Promise<unknown> = async () => undefined
  const underWay: Promise<void>[] = []

  async function send(to: StagingTable): Promise<void> {
    for (let chunk = queued.shift(); chunk; chunk = queued.shift()) {
      const staged = to.stage(chunk)
      // The caller that awaits the chunk gets the error; without this handler it would be an unhandled rejection until
      // then.
      staged.catch(() => undefined)
      underWay.push(staged)
      await (underWay.length > UNDER_WAY ? underWay.shift() : otherWork())
    }
  }

  async function settled(): Promise<StagingTable> {
    isShort ||= table === undefined
    table ??= places.short()
    const to = await table
    const rest = packer.rest()
    if (rest) queued.push(rest)
    await send(to)
    await Promise.all(underWay.splice(0))
    return to
  }

  return {
    add: async (travelers) => {
      queued.push(...packer.add(travelers))
      if (queued.length * CHUNK > FEW) table ??= places.long()
      if (table) await send(await table)
    },
    repeated: async () => (await settled()).repeated(),
    takeIn: async (file) => {
      const to = await settled()
      const counts = await to.takeIn(file)
      if (isShort && !file.dryRun) overwrite = () => places.overwrite(file.at)
      return counts
    },
    discard: async () => {
      await Promise.allSettled(underWay.splice(0))
      await (await table)?.close()
      await overwrite()
    },
  }
}

/** Opens a staging table, depending on the length of the file. */
interface StagingPlaces {
  readonly short: () => Promise<StagingTable>
  readonly long: () => Promise<StagingTable>
  /** Overwrites rows that an import of a short file deleted; the thread of a long file does that. */
  readonly overwrite: (at: Instant) => Promise<unknown>
}

function stagingPlaces(database: StoreDatabase, staging: Staging): StagingPlaces {
  if (database.engine === 'postgresql') {
    const open = () => openStagingOnPostgresql(database, staging)
    return { short: open, long: open, overwrite: async () => undefined }
  }
  const { keys, told } = staging
  return {
    short: () => openStagingOnSqlite(database, staging),
    long: async () => stagingThread({ file: database.file, keys, told }),
    overwrite: (at) => overwriteDeleted(database, at),
  }
}

/** Seals and stages in a thread with little memory, while this thread reads on. */
function stagingThread(work: StagingWork): StagingTable {
  const thread = new ThreadCalls(new URL('staging-worker-on-sqlite.ts', import.meta.url), work, { young: 2, old: 32 })
  const ask = <T>(call: StagingCall) => thread.call<T>(call)
  return {
    stage: (chunk) => ask({ kind: 'stage', chunk }),
    repeated: () => ask({ kind: 'repeated' }),
    takeIn: (taken) => ask({ kind: 'take-in', file: taken }),
    // The import is committed; the caller does not wait for the thread, which still moves the log.
    close: async () => void thread.close().catch(() => undefined),
  }
}

// A thread with its own connection, like another process: the server continues during any import.

interface StagingWork {
  /** Path of the database. */
  readonly file: string
  readonly keys: AddressKeys
  /** Most clashing rows that are listed. */
  readonly told: number
}

type StagingCall =
  | { readonly kind: 'stage'; readonly chunk: TravelerChunk }
  | { readonly kind: 'repeated' }
  | { readonly kind: 'take-in'; readonly file: TravelerImport }

/** Kilobytes of cached pages, and so of each part that is sorted at once. */
const CACHE = 2_000
const STAGING_CACHE = 1_000

const { file, keys, told } = workerData as StagingWork
const database = openSqlite({ file, sleep: systemSleep, now: () => systemClock.now() })
const staging = database
  .exclusive((connection) => {
    connection.pragma(`cache_size = -${CACHE}`)
    connection.pragma(`temp.cache_size = -${STAGING_CACHE}`)
    // SQLite sorts rows and rebuilds indexes on other threads. Equal rows then have no fixed order.
    connection.pragma('threads = 2')
    // A commit would move the log into the file; `moveLog` does that after the answer was sent.
    connection.pragma('wal_autocheckpoint = 0')
  })
  .then(() => openStagingOnSqlite(database, { name: 'staged_traveler', keys, told }))

async function answer(call: StagingCall): Promise<unknown> {
  const table = await staging
  if (call.kind === 'stage') return table.stage(call.chunk)
  if (call.kind === 'repeated') return table.repeated()
  return table.takeIn(call.file)
}

/**
 * The log has grown by the whole import. While another process reads or the disk is full it stays, and a later
 * checkpoint moves it: the rows are committed in either case. Deleted rows are overwritten by then, or at the latest
 * the next night.
 */
async function moveLog(call: StagingCall): Promise<void> {
  if (call.kind !== 'take-in' || call.file.dryRun) return
  const moved = database.exclusive((connection) => {
    // Moves most of it beside other writers, who wait while the log is truncated.
    connection.pragma('wal_checkpoint(PASSIVE)')
    connection.pragma('wal_checkpoint(TRUNCATE)')
  })
  await moved.catch(() => undefined)
  await overwriteDeleted(database, call.file.at).catch(() => undefined)
}

answerCalls({ answer, afterwards: moveLog, close: () => database.close() })

function tablesOf(name: string): StagedTables {
  const names = stagedNames('temp', name)
  return {
    ...names,
    // The register is read in the order of its pages.
    travelerRow: (traveler) => `${traveler}.rowid`,
    isNew: (staged) => `${staged}.row_number NOT IN (SELECT row_number FROM ${names.known})`,
    addMany: (query, add) => withoutIndexes(query, 'traveler', add),
  }
}

/**
 * Temporary tables on the write connection: they are outside the database file, end with the connection, and have no
 * index, which would slow down a million unsorted rows.
 */
async function openStagingOnSqlite(
  database: SqliteDatabase,
  { name, keys, told: mostListed }: Staging,
): Promise<StagingTable> {
  const tables = tablesOf(name)
  const { all, rows, traits, known: matches, leftOut } = tables
  await database.write(async (query) => {
    await query.run(`CREATE TABLE ${rows} (row_number INTEGER PRIMARY KEY, ${STAGED.slice(1).join(', ')})`)
    await query.run(`CREATE TABLE ${traits} (traits INTEGER PRIMARY KEY, ${TRAITS.slice(1).join(', ')})`)
    await query.run(`CREATE VIEW ${all} AS ${stagedView(tables)}`)
    await query.run(
      `CREATE TABLE ${matches} (traveler_row INTEGER PRIMARY KEY, row_number INTEGER NOT NULL, differs INTEGER NOT NULL)`,
    )
    await query.run(`CREATE TABLE ${leftOut} (customer_number PRIMARY KEY) WITHOUT ROWID`)
  })
  const sealing = sealingUnder(keys, AT_ONCE)
  return {
    stage: (chunk) => database.writeBlocking('temporary', (sql) => fill(sql, tables, chunk, sealing)),
    repeated: async () => {
      if (!sealing.numbers.mayRepeat()) return { rows: [], total: 0 }
      // The statement runs at once; its rows are awaited after the end of the transaction.
      const { repeats } = await database.writeBlocking('temporary', (sql) => ({
        repeats: repeatedNumbers(sqliteQuery(sql), tables, mostListed),
      }))
      return repeats
    },
    takeIn: (file) => {
      const mayShare = sealing.addresses.mayRepeat()
      sealing.numbers.clear()
      sealing.addresses.clear()
      return database.write((query) => takeIn(query, tables, { file, mayShare }))
    },
    close: () =>
      database.write(async (query) => {
        await query.run(`DROP VIEW ${all}`)
        for (const table of [rows, traits, matches, leftOut]) await query.run(`DROP TABLE ${table}`)
      }),
  }
}

/** Rows of one statement: single rows take half as long again, and more rows are not faster. */
const AT_ONCE = 10

function fill(sql: Sql, { rows: table, traits }: StagedTables, chunk: TravelerChunk, sealing: Sealing): void {
  const insertTraits = `INSERT INTO ${traits} VALUES (${TRAITS.map(() => '?').join(', ')})`
  for (const values of traitRows(chunk)) sql(insertTraits).run(...values)
  const row = `(${STAGED.map(() => '?').join(', ')})`
  const insert = (rows: number) => `INSERT INTO ${table} VALUES ${Array(rows).fill(row).join(', ')}`
  const many = insert(AT_ONCE)
  for (const values of sealedRows(chunk, sealing)) {
    const rows = values.length / STAGED.length
    sql(rows === AT_ONCE ? many : insert(rows)).run(...values)
  }
}

const INDEXES = `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = @table AND sql IS NOT NULL`

/**
 * Runs `work` on a table without its secondary indexes and rebuilds them: unsorted rows would touch one page of each
 * index. Must be called inside a transaction. Throws if `work` violates an index.
 */
async function withoutIndexes(query: Query, table: string, work: () => Promise<void>): Promise<void> {
  const indexes = await query.all<{ name: string; sql: string }>(INDEXES, { table })
  for (const { name } of indexes) await query.run(`DROP INDEX "${name}"`)
  await work()
  for (const { sql } of indexes) await query.run(sql)
}
