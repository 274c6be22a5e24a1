import type { TravelerImport } from '@wayproof/survey'
import type { Query } from '../engine/query/query.ts'
import type { Sql } from '../engine/sqlite/sql.ts'
import { proveDeletion } from '../retention/deletion-proof.ts'
import { removeTravelers } from '../retention/remove-travelers.ts'
import { knownTable, leftOutTable, rowsOf } from './staged-columns.ts'

// A mailbox gets one letter, so that one traveler has it: whoever may be written to before who may not, then the one whose
// last trip is the later, then the one told last. A traveler who is invited in a wave that still runs keeps it
// until that is over; while one is being written that may be anybody.

const better = (row: string) => `${row}.adult AND ${row}.basis_holds, ${row}.last_trip`

const running = `(EXISTS (SELECT 1 FROM wave_opening) OR EXISTS (SELECT 1 FROM wave
    JOIN invitation ON invitation.wave_id = wave.id WHERE wave.status <> 'unlinked' AND invitation.traveler_id = t.id))`

/** Leaves out of a file all rows but one of each address. */
export function oneOfFile(sql: Sql, staged: string): void {
  const rows = `temp.${staged}`
  sql(`INSERT INTO temp.${leftOutTable(staged)} SELECT customer_number FROM (
      SELECT customer_number, row_number() OVER (
        PARTITION BY email_key ORDER BY adult AND basis_holds DESC, last_trip DESC, row_number DESC) AS place
      FROM ${rows} WHERE email_key IN (SELECT email_key FROM ${rows} GROUP BY email_key HAVING COUNT(*) > 1))
    WHERE place > 1`).run()
  sql(`DELETE FROM temp.${rowsOf(staged)} WHERE customer_number IN temp.${leftOutTable(staged)}`).run()
}

/**
 * Leaves out what a traveler of the register keeps the address from, and removes from the register, with a proof, whoever
 * has to give it up; in a dry run only counts those. Gives the number of travelers of the register. What the file tells anew
 * of the register must be known.
 */
export async function oneOfRegister(
  sql: Sql & Query,
  staged: string,
  { dryRun, day }: TravelerImport,
): Promise<number> {
  const [rows, known, out] = [rowsOf(staged), knownTable(staged), leftOutTable(staged)]
  const pairs = `FROM temp.${staged} s CROSS JOIN traveler t ON t.email_key = s.email_key
    WHERE t.customer_number <> s.customer_number AND NOT EXISTS (
      SELECT 1 FROM temp.${known} k WHERE k.traveler_row = t.rowid)`
  const keeps = `(${running} OR t.customer_number NOT IN temp.${out} AND (${better('t')}) > (${better('s')}))`
  // A traveler who is left out stays where the register has them, and may keep another from the old address.
  const leaveOut = () => {
    sql(`INSERT INTO temp.${out} SELECT s.customer_number ${pairs} AND ${keeps} ON CONFLICT DO NOTHING`).run()
    const which = `customer_number IN temp.${out}`
    sql(`DELETE FROM temp.${known} WHERE row_number IN (SELECT row_number FROM temp.${rows} WHERE ${which})`).run()
    return sql(`DELETE FROM temp.${rows} WHERE ${which}`).run().changes
  }
  while (leaveOut() > 0);
  const given = `SELECT t.id ${pairs}`
  const moved = `SELECT t.id FROM temp.${out} o CROSS JOIN traveler t ON t.customer_number = o.customer_number
    WHERE NOT ${running}`
  const count = sql<{ n: number }>(
    `SELECT COUNT(*) AS n FROM (${given} AND t.customer_number NOT IN temp.${out})`,
  ).get()
  if (!dryRun) {
    const ids = sql<{ id: string }>(`${given} UNION ${moved}`).all()
    const gone = ids.map(({ id }) => id)
    if (gone.length > 0)
      await proveDeletion(sql, { day, rule: 'same-address', days: null }, await removeTravelers(sql, gone))
  }
  return count?.n ?? 0
}
