import type { Query } from '@wayproof/database/query/query'
import { proveDeletion } from '@wayproof/journal/deletion-proofs/deletion-proof'
import type { TravelerImport } from './ports.ts'
import { removeTravelers } from './remove-travelers.ts'
import type { StagedTables } from './staged-tables.ts'

// A mailbox gets one letter, so only one traveler may have it: an eligible traveler before others, then the one with
// the later last trip, then the later row. A traveler who is invited in a running wave keeps the mailbox until the wave
// is over; while invitations are being written, that may be any traveler.

const better = (row: string) => `${row}.adult AND ${row}.basis_holds, ${row}.last_trip`

const running = `(EXISTS (SELECT 1 FROM wave_opening) OR EXISTS (SELECT 1 FROM wave
    JOIN invitation ON invitation.wave_id = wave.id WHERE wave.status <> 'unlinked' AND invitation.traveler_id = t.id))`

/** Skips all rows of a file except one for each address. */
export async function oneOfFile(query: Query, { all, rows, leftOut }: StagedTables): Promise<void> {
  await query.run(`INSERT INTO ${leftOut} SELECT customer_number FROM (
      SELECT customer_number, row_number() OVER (
        PARTITION BY email_key ORDER BY adult AND basis_holds DESC, last_trip DESC, row_number DESC) AS place
      FROM ${all} WHERE email_key IN (SELECT email_key FROM ${rows} GROUP BY email_key HAVING count(*) > 1)) shared
    WHERE place > 1`)
  await query.run(`DELETE FROM ${rows} WHERE customer_number IN (SELECT customer_number FROM ${leftOut})`)
}

/**
 * Skips rows whose address stays with a traveler of the register, and deletes, with a proof, travelers of the register
 * who lose their address to a row; a dry run only counts those. Returns the number of such travelers. Requires `known`
 * to be filled.
 */
export async function oneOfRegister(
  query: Query,
  { all, rows, known: matches, leftOut, travelerRow }: StagedTables,
  { dryRun, day }: TravelerImport,
): Promise<number> {
  const pairs = `FROM ${all} s CROSS JOIN traveler t
    WHERE t.email_key = s.email_key AND t.customer_number <> s.customer_number AND NOT EXISTS (
      SELECT 1 FROM ${matches} k WHERE k.traveler_row = ${travelerRow('t')})`
  const staysIn = `NOT EXISTS (SELECT 1 FROM ${leftOut} o WHERE o.customer_number = t.customer_number)`
  const keeps = `(${running} OR ${staysIn} AND (${better('t')}) > (${better('s')}))`
  // A skipped traveler stays unchanged in the register, and may thereby keep another row from the old address.
  const leaveOut = async () => {
    await query.run(`INSERT INTO ${leftOut} SELECT s.customer_number ${pairs} AND ${keeps} ON CONFLICT DO NOTHING`)
    const which = `customer_number IN (SELECT customer_number FROM ${leftOut})`
    await query.run(`DELETE FROM ${matches} WHERE row_number IN (SELECT row_number FROM ${rows} WHERE ${which})`)
    return query.run(`DELETE FROM ${rows} WHERE ${which}`)
  }
  while ((await leaveOut()) > 0);
  const replaced = `SELECT t.id ${pairs}`
  const moved = `SELECT t.id FROM ${leftOut} o CROSS JOIN traveler t
    WHERE t.customer_number = o.customer_number AND NOT ${running}`
  const count = await query.get<{ n: number }>(`SELECT count(*) AS n FROM (${replaced} AND ${staysIn}) replaced`)
  if (!dryRun) {
    const removed = (await query.all<{ id: string }>(`${replaced} UNION ${moved}`)).map(({ id }) => id)
    if (removed.length > 0)
      await proveDeletion(query, { day, rule: 'same-address', days: null }, await removeTravelers(query, removed))
  }
  return count?.n ?? 0
}
