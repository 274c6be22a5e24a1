import { NONCE_BYTES } from '@wayproof/kernel'
import { sealUnder } from '@wayproof/kernel/keyring'
import type { ClashingRow, TravelerImport } from '@wayproof/survey'
import type { Database } from '../sqlite/database.ts'
import type { Parameter, Sql } from '../sqlite/sql.ts'
import { KeySet } from './key-set.ts'
import { bothClashes, type Clash, NO_CLASHES, type SealedClashes } from './sealed-clash.ts'
import { FLAG_COLUMNS, STAGED } from './staged-columns.ts'
import { knownColumns, knownTable, rowsOf, type TakenIn, takeIn } from './take-in.ts'
import { HASH_BYTES, type TravelerChunk, unpackCells } from './traveler-chunk.ts'

/** Where travelers are sealed and held until the register takes them in: here, or in another thread. */
export interface StagingTable {
  stage(chunk: TravelerChunk): Promise<void>
  repeated(): Promise<SealedClashes>
  takeIn(file: TravelerImport): Promise<TakenIn>
  close(): Promise<void>
}

export interface Staging {
  /** Of the table. */
  readonly name: string
  /** What addresses are sealed under. */
  readonly key: Buffer
  /** Rows that clash and are told; the others are counted. */
  readonly told: number
}

/**
 * A temporary table on the write connection: outside the database file, gone with the connection whatever comes, and
 * filled without an index, which a million rows in no order would make slow.
 */
export async function openStaging(database: Database, { name, key, told }: Staging): Promise<StagingTable> {
  await database.write((sql) => {
    sql(`CREATE TEMP TABLE ${rowsOf(name)} (row_number INTEGER PRIMARY KEY, ${STAGED.slice(1).join(', ')})`).run()
    sql(`CREATE TEMP VIEW ${name} AS SELECT *, ${FLAG_COLUMNS.join(', ')} FROM temp.${rowsOf(name)}`).run()
    sql(`CREATE TEMP TABLE ${knownTable(name)} (${knownColumns})`).run()
  })
  const numbers = new KeySet()
  const addresses = new KeySet()
  return {
    stage: (chunk) => database.aside((sql) => fill(sql, name, chunk, { key, numbers, addresses })),
    repeated: () =>
      database.write((sql) =>
        bothClashes(
          numbers.mayRepeat() ? repeats(sql, name, BY_NUMBER, told) : NO_CLASHES,
          addresses.mayRepeat() ? repeats(sql, name, BY_ADDRESS, told) : NO_CLASHES,
          told,
        ),
      ),
    takeIn: (file) => database.write((sql) => takeIn(sql, name, file, told)),
    close: () =>
      database.write((sql) => {
        sql(`DROP VIEW temp.${name}`).run()
        for (const table of [rowsOf(name), knownTable(name)]) sql(`DROP TABLE temp.${table}`).run()
      }),
  }
}

interface Filling {
  readonly key: Buffer
  readonly numbers: KeySet
  readonly addresses: KeySet
}

function fill(sql: Sql, name: string, chunk: TravelerChunk, filling: Filling): void {
  sql(`INSERT INTO temp.${rowsOf(name)} VALUES (${STAGED.map(() => '?').join(', ')})`).runAll(staged(chunk, filling))
}

function* staged(chunk: TravelerChunk, { key, numbers, addresses }: Filling): Generator<readonly Parameter[]> {
  const { rowNumbers, nonces, hashes } = chunk
  const halves = new DataView(hashes.buffer, hashes.byteOffset)
  let i = 0
  for (const cells of unpackCells(chunk.cells)) {
    const text = (cell: number) => cells[cell] ?? ''
    const optional = (cell: number) => cells[cell] || null
    const hash = i * HASH_BYTES
    numbers.addText(text(1))
    addresses.add(halves.getUint32(hash), halves.getUint32(hash + 4))
    yield [
      rowNumbers[i] ?? 0,
      text(0),
      text(1),
      sealUnder(key, text(13), nonces.subarray(i * NONCE_BYTES, (i + 1) * NONCE_BYTES)),
      hashes.subarray(hash, hash + HASH_BYTES),
      text(2),
      text(3),
      text(4),
      text(5),
      text(6),
      optional(7),
      optional(8),
      optional(9),
      optional(10),
      optional(11),
      Number(text(12)),
    ]
    i += 1
  }
  if (i !== rowNumbers.length) throw new Error('a cell holds what stands between cells')
}

interface Sameness {
  readonly code: ClashingRow['code']
  readonly column: string
  /** The column that tells a person what it is. */
  readonly text: string
}

const BY_NUMBER: Sameness = { code: 'customer-twice', column: 'customer_number', text: 'customer_number' }
const BY_ADDRESS: Sameness = { code: 'address-twice', column: 'email_key', text: 'email_sealed' }

/** Rows that have in `column` what an earlier row has. */
function repeats(sql: Sql, name: string, { code, column, text }: Sameness, told: number): SealedClashes {
  const groups = `SELECT ${column} AS same, MIN(row_number) AS first, COUNT(*) - 1 AS more FROM temp.${name}
    GROUP BY ${column} HAVING COUNT(*) > 1`
  const total = sql<{ n: number }>(`SELECT TOTAL(more) AS n FROM (${groups})`).get()?.n ?? 0
  if (total === 0) return NO_CLASHES
  const rows = sql<Clash>(
    `WITH twice AS MATERIALIZED (${groups})
     SELECT s.row_number AS rowNumber, '${code}' AS code, s.${text} AS text, twice.first AS otherRow
     FROM temp.${name} s CROSS JOIN twice ON twice.same = s.${column} WHERE s.row_number > twice.first
     ORDER BY s.row_number LIMIT ${told}`,
  ).all()
  return { rows, total }
}
