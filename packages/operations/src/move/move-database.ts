import { linkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { syncFolder } from '@wayproof/database/files/replace-file'
import { type DatabasePlace, nameOfPlace } from '@wayproof/database/installation/database-place'
import type { KeyBinding } from '@wayproof/database/installation/key-file'
import { occupiedPlace } from '@wayproof/database/installation/occupied-place'
import type { SnapshotQuery, TableQuery } from '@wayproof/database/query/query'
import type { Timing } from '@wayproof/database/timing'
import { insertAuditEntry } from '@wayproof/journal/audit-log/rows/insert-audit-entry'
import type { Clock } from '@wayproof/kernel/clock'
import type { Ids } from '@wayproof/kernel/id'
import { type Outcome, ok } from '@wayproof/kernel/outcome'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import { folderForCopies } from '../backup/folder-for-copies.ts'
import { INSTALLATION, type Installation, markMoved } from '../installation/bind-installation.ts'
import { linkedWave } from '../installation/linked-wave.ts'
import { withServer } from '../installation/with-server.ts'
import { openDatabase } from '../store/open-database.ts'
import {
  type CopyProgress,
  copyTables,
  digestsOf,
  firstDifference,
  rowsIn,
  type TableDigests,
  type TableTarget,
} from '../table-stream/copy-tables.ts'
import { fillPostgresql } from '../table-stream/fill-postgresql.ts'
import { fillSqliteFile } from '../table-stream/fill-sqlite.ts'
import { readSqliteFile } from '../table-stream/read-sqlite-file.ts'
import { withSource } from './move-source.ts'

export interface MoveRequest {
  readonly from: DatabasePlace
  readonly to: DatabasePlace
  readonly keyring: Keyring
  readonly keyBinding: KeyBinding
  readonly clock: Clock
  readonly ids: Ids
  readonly sleep: (milliseconds: number) => Promise<void>
  readonly progress: CopyProgress
}

export interface MovedDatabase {
  readonly rows: number
  readonly tables: TableDigests
  /** True if an earlier move had copied the rows and was ended before it marked the old database. */
  readonly resumed: boolean
}

export interface MoveFault {
  readonly code: 'wave-not-anonymous' | 'apps-running' | 'target-filled'
  /** A half-year, or the name of a database. */
  readonly figures: { readonly name: string }
}

type MoveOutcome = Outcome<MovedDatabase, MoveFault>

/**
 * Moves an installation to an empty database of either engine: copies all rows in one transaction, compares each table,
 * and marks the old database, which no app uses from then on. A move that was killed is repeated from its beginning, or
 * ends with the mark if the copy is complete. Throws DatabaseFault.
 */
export async function moveDatabase(request: MoveRequest): Promise<MoveOutcome> {
  const { from, to, sleep } = request
  const occupied = await occupiedPlace(to)
  const refused = await prepare(request, occupied)
  if (refused) return refused
  const moved = await withSource(from, sleep, async (source): Promise<MoveOutcome> => {
    const copied = occupied === undefined ? await copy(source, request) : await compare(source, to)
    if (copied === null) return refuse('target-filled', nameOfPlace(to))
    await markMoved(source, nameOfPlace(to))
    return ok({ rows: rowsIn(copied), tables: copied, resumed: occupied !== undefined })
  })
  return moved ?? refuse('apps-running', nameOfPlace(from))
}

const refuse = (code: MoveFault['code'], name: string) => ({ ok: false, fault: { code, figures: { name } } }) as const

/** Compares the key and migrates the old database; records the move in it, unless an earlier one was copied already. */
async function prepare(request: MoveRequest, occupied: string | undefined): Promise<MoveOutcome | null> {
  const { from, to, clock } = request
  const { database } = await openDatabase(from, request)
  try {
    const linked = await linkedWave(database.query)
    if (linked) return refuse('wave-not-anonymous', linked)
    if (occupied !== undefined) return (await isCopyOf(to, database.query)) ? null : refuse('target-filled', occupied)
    await database.write((query) => insertAuditEntry(query, { act: 'move-begun', at: clock.now() }))
    return null
  } finally {
    await database.close()
  }
}

/** Whether a database belongs to the same installation. */
async function isCopyOf(place: DatabasePlace, { get }: Pick<TableQuery, 'get'>): Promise<boolean> {
  const [own, other] = [await get<Installation>(INSTALLATION), await readPlace(place, idIn)]
  return other !== undefined && other === own?.database_id
}

const idIn = async ({ get }: SnapshotQuery) => (await get<Installation>(INSTALLATION))?.database_id

const readPlace = <T>(place: DatabasePlace, read: (query: SnapshotQuery) => Promise<T>): Promise<T> =>
  place.engine === 'sqlite'
    ? readSqliteFile(place.file, read)
    : withServer(place, (database) => database.readSnapshot(read))

const copy = (source: SnapshotQuery, { to, sleep, clock, progress }: MoveRequest): Promise<TableDigests | null> =>
  fillTarget(to, { sleep, now: () => clock.now() }, (target) => copyTables(source, target, progress))

/** Null if a table of the new database has changed. */
async function compare(source: SnapshotQuery, to: DatabasePlace): Promise<TableDigests | null> {
  const digests = await digestsOf(source)
  return (await readPlace(to, (query) => firstDifference(query, digests))) === null ? digests : null
}

/**
 * Creates a database in an empty place and lets `fill` write its rows. If this process is killed, the place is still
 * empty. Null if it no longer is empty. Throws DatabaseFault.
 */
async function fillTarget<T>(
  place: DatabasePlace,
  timing: Timing,
  fill: (target: TableTarget) => Promise<T>,
): Promise<T | null> {
  if (place.engine === 'postgresql') return fillPostgresql(place, timing, fill)
  const folder = folderForCopies(place, dirname(place.file))
  try {
    const copy = join(folder.path, 'moved.db')
    const result = await fillSqliteFile(copy, timing, fill)
    // Unlike a rename, a link never replaces a file that was created in the meantime.
    linkSync(copy, place.file)
    syncFolder(dirname(place.file))
    return result
  } finally {
    folder.remove()
  }
}
