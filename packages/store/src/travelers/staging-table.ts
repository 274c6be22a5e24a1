import { macWriter, NONCE_BYTES, sealer } from '@wayproof/kernel/keyring'
import type { ClashingRows, TravelerImport, TravelerImportCounts } from '@wayproof/survey'
import type { Parameter, Sql } from '../engine/sqlite/sql.ts'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'
import type { AddressKeys } from './address-keys.ts'
import { KeySet } from './key-set.ts'
import {
  KNOWN_COLUMNS,
  knownTable,
  leftOutTable,
  rowsOf,
  STAGED,
  stagedView,
  TRAITS,
  traitsOf,
} from './staged-columns.ts'
import { takeIn } from './take-in.ts'
import { OWN_CELLS, TRAIT_CELLS, type TravelerChunk, unpackCells } from './traveler-chunk.ts'

/** Where travelers are sealed and held until the register takes them in: here, or in another thread. */
export interface StagingTable {
  stage(chunk: TravelerChunk): Promise<void>
  repeated(): Promise<ClashingRows>
  takeIn(file: TravelerImport): Promise<TravelerImportCounts>
  close(): Promise<void>
}

export interface Staging {
  /** Name of the table. */
  readonly name: string
  readonly keys: AddressKeys
  /** Rows that clash and are told; the others are counted. */
  readonly told: number
}

/**
 * A temporary table on the write connection: outside the database file, gone with the connection whatever comes, and
 * filled without an index, which a million rows in no order would make slow.
 */
export async function openStaging(database: SqliteDatabase, { name, keys, told }: Staging): Promise<StagingTable> {
  await database.write((sql) => {
    sql(`CREATE TEMP TABLE ${rowsOf(name)} (row_number INTEGER PRIMARY KEY, ${STAGED.slice(1).join(', ')})`).run()
    sql(`CREATE TEMP TABLE ${traitsOf(name)} (traits INTEGER PRIMARY KEY, ${TRAITS.slice(1).join(', ')})`).run()
    sql(`CREATE TEMP VIEW ${name} AS ${stagedView(name)}`).run()
    sql(`CREATE TEMP TABLE ${knownTable(name)} (${KNOWN_COLUMNS})`).run()
    sql(`CREATE TEMP TABLE ${leftOutTable(name)} (customer_number PRIMARY KEY) WITHOUT ROWID`).run()
  })
  const numbers = new KeySet()
  const addresses = new KeySet()
  const sealing = Buffer.from(keys.sealing, 'hex')
  const slots = Array.from({ length: AT_ONCE }, () => ({ seal: sealer(sealing), hash: Buffer.alloc(HASH_BYTES) }))
  const lookUp = macWriter(Buffer.from(keys.lookUp, 'hex'))
  return {
    stage: (chunk) => database.writeTemporary((sql) => fill(sql, name, chunk, { slots, lookUp, numbers, addresses })),
    repeated: () =>
      database.writeTemporary((sql) => (numbers.mayRepeat() ? repeats(sql, name, told) : { rows: [], total: 0 })),
    takeIn: (file) => {
      const mayShare = addresses.mayRepeat()
      numbers.clear()
      addresses.clear()
      return database.write((sql) => takeIn(sql, name, { file, mayShare }))
    },
    close: () =>
      database.write((sql) => {
        sql(`DROP VIEW temp.${name}`).run()
        for (const table of [rowsOf, traitsOf, knownTable, leftOutTable].map((named) => named(name)))
          sql(`DROP TABLE temp.${table}`).run()
      }),
  }
}

const HASH_BYTES = 32

/** Room for the bytes of one row. */
interface Slot {
  readonly seal: ReturnType<typeof sealer>
  readonly hash: Buffer
}

interface Filling {
  /** AT_ONCE of them. */
  readonly slots: readonly Slot[]
  /** Writes what an address is looked up by. */
  readonly lookUp: ReturnType<typeof macWriter>
  readonly numbers: KeySet
  readonly addresses: KeySet
}

/** Rows of one statement: a statement each takes half as long again, and more at once are no faster. */
const AT_ONCE = 10

function fill(sql: Sql, name: string, chunk: TravelerChunk, filling: Filling): void {
  fillTraits(sql, name, chunk)
  const row = `(${STAGED.map(() => '?').join(', ')})`
  const insert = (rows: number) => `INSERT INTO temp.${rowsOf(name)} VALUES ${Array(rows).fill(row).join(', ')}`
  const many = insert(AT_ONCE)
  for (const values of staged(chunk, filling)) {
    const rows = values.length / STAGED.length
    sql(rows === AT_ONCE ? many : insert(rows)).run(...values)
  }
}

function fillTraits(sql: Sql, name: string, { traitNumbers, traitCells }: TravelerChunk): void {
  if (traitNumbers.length === 0) return
  const insert = sql(`INSERT INTO temp.${traitsOf(name)} VALUES (${TRAITS.map(() => '?').join(', ')})`)
  let i = 0
  for (const [...texts] of unpackCells(traitCells, TRAIT_CELLS)) {
    const flags = Number(texts.pop())
    // From the language to the last trip each has a text; from the residence to the source of the basis some have none.
    insert.run(traitNumbers[i] ?? 0, ...texts.map((text) => text || null), flags)
    i += 1
  }
  if (i !== traitNumbers.length) throw new Error(SPLIT_CELL)
}

const SPLIT_CELL = 'a cell holds what stands between cells'

/**
 * The values of `STAGED` for AT_ONCE rows and then for the rest, in a list that is the same each time: what is made for each
 * row is to be collected.
 */
function* staged(
  chunk: TravelerChunk,
  { slots, lookUp, numbers, addresses }: Filling,
): Generator<readonly Parameter[]> {
  const { rowNumbers, traits } = chunk
  const nonces = bufferOf(chunk.nonces)
  const values: Parameter[] = Array(AT_ONCE * STAGED.length).fill(null)
  let i = 0
  for (const cells of unpackCells(chunk.cells, OWN_CELLS)) {
    const slot = slots[i % AT_ONCE]
    if (!slot) throw new Error('each row of a statement has a slot')
    const { seal, hash } = slot
    const text = (cell: number) => cells[cell] ?? ''
    const at = (i % AT_ONCE) * STAGED.length
    lookUp(text(3), hash)
    numbers.addText(text(1))
    addresses.add(hash.readUInt32BE(0), hash.readUInt32BE(4))
    values[at] = rowNumbers[i] ?? 0
    values[at + 1] = text(0)
    values[at + 2] = text(1)
    values[at + 3] = seal(text(3), nonces, i * NONCE_BYTES)
    values[at + 4] = hash
    values[at + 5] = text(2) || null
    values[at + 6] = traits[i] ?? 0
    i += 1
    if (i % AT_ONCE === 0) yield values
  }
  if (i % AT_ONCE > 0) yield values.slice(0, (i % AT_ONCE) * STAGED.length)
  if (i !== rowNumbers.length) throw new Error(SPLIT_CELL)
}

const bufferOf = ({ buffer, byteOffset, length }: Uint8Array): Buffer => Buffer.from(buffer, byteOffset, length)

/** Rows that have the customer number of an earlier row. */
function repeats(sql: Sql, name: string, told: number): ClashingRows {
  const groups = `SELECT customer_number AS same, MIN(row_number) AS first, COUNT(*) - 1 AS more FROM temp.${rowsOf(name)}
    GROUP BY customer_number HAVING COUNT(*) > 1`
  const total = sql<{ n: number }>(`SELECT TOTAL(more) AS n FROM (${groups})`).get()?.n ?? 0
  if (total === 0) return { rows: [], total }
  const rows = sql<ClashingRows['rows'][number]>(
    `WITH twice AS MATERIALIZED (${groups})
     SELECT s.row_number AS rowNumber, s.customer_number AS text, twice.first AS otherRow
     FROM temp.${rowsOf(name)} s CROSS JOIN twice ON twice.same = s.customer_number WHERE s.row_number > twice.first
     ORDER BY s.row_number LIMIT ${told}`,
  ).all()
  return { rows, total }
}
