import type { TravelerImport, TravelerImportCounts } from '@wayproof/survey'
import type { Query } from '../engine/query/query.ts'
import type { Sql } from '../engine/sqlite/sql.ts'
import { foundTraits } from './found-traits.ts'
import { leaveOldAddresses } from './leave-old-addresses.ts'
import { oneOfFile, oneOfRegister } from './one-mailbox.ts'
import { knownTable, leftOutTable, rowsOf, TAKEN_OVER } from './staged-columns.ts'
import { withoutIndexes } from './without-indexes.ts'

const DIFFERS = TAKEN_OVER.map((column) => `t.${column} IS NOT s.${column}`).join(' OR ')

export interface Taking {
  readonly file: TravelerImport
  /** Whether two rows may have the same address. */
  readonly mayShare: boolean
}

/**
 * Moves what is staged into the register, or only counts it (a dry run), in the transaction of `sql`. The staged rows come
 * without an order; everything here goes through the register in the order of its rows or its ids.
 */
export async function takeIn(
  sql: Sql & Query,
  staged: string,
  { file, mayShare }: Taking,
): Promise<TravelerImportCounts> {
  const known = knownTable(staged)
  const erased = leaveOutErased(sql, staged)
  const registered = sql<{ n: number }>('SELECT COUNT(*) AS n FROM traveler').get()?.n ?? 0
  if (mayShare) oneOfFile(sql, staged)
  let replaced = 0
  if (registered > 0) {
    sql(`INSERT INTO temp.${known} SELECT t.rowid, s.row_number, ${DIFFERS} FROM temp.${staged} s
      CROSS JOIN traveler t ON t.customer_number = s.customer_number`).run()
    replaced = await oneOfRegister(sql, staged, file)
  }
  const leftOut = sql<{ n: number }>(`SELECT COUNT(*) AS n FROM temp.${leftOutTable(staged)}`).get()?.n ?? 0
  const counts = { ...count(sql, staged), erased, sameAddress: leftOut + replaced }
  if (file.dryRun) return { ...counts, found: foundTraits(sql, staged) }
  if (counts.changed > 0) change(sql, staged, file)
  if (counts.added > registered) withoutIndexes(sql, 'traveler', () => add(sql, staged, file))
  else if (counts.added > 0) add(sql, staged, file)
  sql(`INSERT INTO import_file (id, register, file_name, digest, row_count, imported_at, imported_by,
      by_key) VALUES (@id, 'travelers', @fileName, @digest, @rowCount, @at, @by, @byKey)`).run({
    ...file,
    dryRun: 0,
    byKey: file.byKey ? 1 : 0,
  })
  return counts
}

const ERASED = `SELECT email_key FROM suppression WHERE reason = 'erased'`

/** An erased address does not come back, whoever's it is said to be now. Gives the number of such rows. */
function leaveOutErased(sql: Sql, staged: string): number {
  // Most often there is none, which is seen sooner than that no row has one.
  if (sql(`${ERASED} LIMIT 1`).get() === undefined) return 0
  return sql(`DELETE FROM temp.${rowsOf(staged)} WHERE email_key IN (${ERASED})`).run().changes
}

type Counted = Omit<TravelerImportCounts, 'erased' | 'sameAddress'>

function count(sql: Sql, staged: string): Counted {
  const rows = sql<{ all: number; notAdult: number; noBasis: number }>(
    `SELECT COUNT(*) AS "all", TOTAL(adult = 0) AS notAdult, TOTAL(basis_holds = 0) AS noBasis FROM temp.${staged}`,
  ).get() ?? { all: 0, notAdult: 0, noBasis: 0 }
  const known = sql<{ all: number; changed: number }>(
    `SELECT COUNT(*) AS "all", TOTAL(differs) AS changed FROM temp.${knownTable(staged)}`,
  ).get() ?? { all: 0, changed: 0 }
  return {
    added: rows.all - known.all,
    changed: known.changed,
    unchanged: known.all - known.changed,
    notAdult: rows.notAdult,
    noBasis: rows.noBasis,
  }
}

const COLUMNS = ['id', 'customer_number', 'email_sealed', ...TAKEN_OVER]
const INTO = `INSERT INTO traveler (${COLUMNS.join(', ')}, import_id) SELECT ${COLUMNS.map((c) => `s.${c}`).join(', ')}, ?`

const MOVED = 'k.differs AND t.email_key <> s.email_key'

/** In the order of the register, whose pages are then each written once. */
function change(sql: Sql, staged: string, file: TravelerImport): void {
  const told = `temp.${knownTable(staged)} k CROSS JOIN temp.${staged} s ON s.row_number = k.row_number`
  const moved = { from: `${told} CROSS JOIN traveler t ON t.rowid = k.traveler_row`, where: MOVED }
  leaveOldAddresses(sql, moved)
  // Two customers may have swapped addresses: a changed one first gives way, so that no row meets the old holder's.
  sql(`UPDATE traveler SET email_key = CAST(id AS BLOB)
    WHERE rowid IN (SELECT t.rowid FROM ${moved.from} WHERE ${MOVED})`).run()
  const anew = ['email_sealed', 'import_id', ...TAKEN_OVER].map((column) => `${column} = excluded.${column}`)
  sql(`${INTO} FROM ${told} WHERE k.differs
    ON CONFLICT (customer_number) DO UPDATE SET ${anew.join(', ')}`).run(file.id)
}

/** In the order of the new ids, which is none: the register does not keep that of the file. */
function add(sql: Sql, staged: string, file: TravelerImport): void {
  sql(`${INTO} FROM temp.${staged} s
    WHERE s.row_number NOT IN (SELECT row_number FROM temp.${knownTable(staged)}) ORDER BY s.id`).run(file.id)
}
