import type { Query, Statement } from '@wayproof/database/query/query'
import { insertAuditEntry } from '@wayproof/journal/audit-log/rows/insert-audit-entry'
import { proveDeletion } from '@wayproof/journal/deletion-proofs/deletion-proof'
import { isObjection, STRONGEST_STAYS } from '@wayproof/journal/outbox/suppress-address'
import { refuseBesideSample } from '@wayproof/journal/sample-data/sample-lock'
import { isReminder } from '../reminders/reminder-kind.ts'
import { foundTraits } from './found-traits-rows.ts'
import type { TravelerImport, TravelerImportCounts } from './ports.ts'
import { removeTravelers } from './remove-travelers.ts'
import { type StagedTables, TAKEN_OVER } from './staged-tables.ts'

const DIFFERS = TAKEN_OVER.map((column) => `t.${column} IS DISTINCT FROM s.${column}`).join(' OR ')

export interface StagedFile {
  readonly file: TravelerImport
  /** True if two rows may have the same address. */
  readonly mayShare: boolean
}

const ADD_FILE = `INSERT INTO import_file (id, register, file_name, digest, row_count, imported_at, imported_by, by_key)
  VALUES (@id, 'travelers', @fileName, @digest, @rowCount, @at, @by, @byKey)`

/**
 * Moves the staged rows into the register, or only counts them (a dry run), in the transaction of `query`. Staged rows
 * have no order; all statements follow the order of the register's rows or ids.
 */
export async function takeIn(
  query: Query,
  staged: StagedTables,
  { file, mayShare }: StagedFile,
): Promise<TravelerImportCounts> {
  const countOf = async (table: string) =>
    (await query.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`))?.n ?? 0
  const erased = await leaveOutErased(query, staged)
  const registered = await countOf('traveler')
  if (mayShare) await oneOfFile(query, staged)
  let replaced = 0
  if (registered > 0) {
    await query.run(`INSERT INTO ${staged.known} SELECT ${staged.travelerRow('t')}, s.row_number, ${DIFFERS}
      FROM ${staged.all} s CROSS JOIN traveler t WHERE t.customer_number = s.customer_number`)
    replaced = await oneOfRegister(query, staged, file)
  }
  const sameAddress = (await countOf(staged.leftOut)) + replaced
  const counts = { ...(await count(query, staged)), erased, sameAddress }
  if (file.dryRun) return { ...counts, found: await foundTraits(query, staged) }
  // It may have been loaded while the file was read.
  await refuseBesideSample(query)
  if (counts.changed > 0) await change(query, staged, file)
  if (counts.added > registered) await staged.addMany(query, () => add(query, staged, file))
  else if (counts.added > 0) await add(query, staged, file)
  const { id, fileName, digest, rowCount, by, byKey = false } = file
  const details = { rows: rowCount, added: counts.added, changed: counts.changed }
  await insertAuditEntry(query, { act: 'imported', at: file.at, subject: 'travelers', details })
  await query.run(ADD_FILE, { id, fileName, digest, rowCount, at: new Date(file.at), by, byKey })
  return counts
}

const ERASED = `SELECT email_key FROM suppression WHERE reason = 'erased'`

/** Skips erased addresses, which must not come back under any customer number. Returns their number. */
async function leaveOutErased(query: Query, { rows }: StagedTables): Promise<number> {
  // Usually no address is erased, which is faster to see than that no row has one.
  if (!(await query.get(`${ERASED} LIMIT 1`))) return 0
  return query.run(`DELETE FROM ${rows} WHERE email_key IN (${ERASED})`)
}

type Counted = Omit<TravelerImportCounts, 'erased' | 'sameAddress'>

async function count(query: Query, { all, known: matches }: StagedTables): Promise<Counted> {
  const rows = (await query.get<{ total: number; notAdult: number; noBasis: number }>(
    `SELECT count(*) AS total, count(*) FILTER (WHERE NOT adult) AS notAdult,
      count(*) FILTER (WHERE NOT basis_holds) AS noBasis FROM ${all}`,
  )) ?? { total: 0, notAdult: 0, noBasis: 0 }
  const matchCounts = (await query.get<{ total: number; changed: number }>(
    `SELECT count(*) AS total, count(*) FILTER (WHERE differs) AS changed FROM ${matches}`,
  )) ?? { total: 0, changed: 0 }
  return {
    added: rows.total - matchCounts.total,
    changed: matchCounts.changed,
    unchanged: matchCounts.total - matchCounts.changed,
    notAdult: rows.notAdult,
    noBasis: rows.noBasis,
  }
}

const COLUMNS = ['id', 'customer_number', 'email_sealed', ...TAKEN_OVER]
const INTO = `INSERT INTO traveler (${COLUMNS.join(', ')}, import_id)
  SELECT ${COLUMNS.map((column) => `s.${column}`).join(', ')}, @importId`

/** Follows the order of the register, so that each of its pages is written once. */
async function change(
  query: Query,
  { all, known: matches, travelerRow }: StagedTables,
  file: TravelerImport,
): Promise<void> {
  const knownRows = `${matches} k CROSS JOIN ${all} s`
  const moved = {
    from: `${knownRows} CROSS JOIN traveler t`,
    where: `s.row_number = k.row_number AND ${travelerRow('t')} = k.traveler_row
      AND k.differs AND t.email_key <> s.email_key`,
  }
  await leaveOldAddresses(query, moved)
  // Two customers may have swapped addresses: each changed row first gets a random key, so that no row clashes with the
  // previous owner's.
  await query.run(
    ({ randomKey }) => `UPDATE traveler SET email_key = ${randomKey()}
      WHERE ${travelerRow('traveler')} IN (SELECT ${travelerRow('t')} FROM ${moved.from} WHERE ${moved.where})`,
  )
  const updates = ['email_sealed', 'import_id', ...TAKEN_OVER].map((column) => `${column} = excluded.${column}`)
  await query.run(
    `${INTO} FROM ${knownRows} WHERE s.row_number = k.row_number AND k.differs
      ON CONFLICT (customer_number) DO UPDATE SET ${updates.join(', ')}`,
    { importId: file.id },
  )
}

/** Inserts in the order of the random ids, so that the register does not reveal the order of the file. */
async function add(query: Query, { all, isNew }: StagedTables, file: TravelerImport): Promise<void> {
  await query.run(`${INTO} FROM ${all} s WHERE ${isNew('s')} ORDER BY s.id`, { importId: file.id })
}

/** SQL of travelers `t` whose address differs in the file `s`. */
interface MovedTravelers {
  readonly from: string
  readonly where: string
}

/**
 * Runs before the new addresses are written. An objection under the old address remains in force. The links of the old
 * address end, their drafts are deleted, and waiting letters get the new address. Waiting reminders are deleted: an
 * officer could choose the new address and learn from a reminder that the traveler has not answered.
 */
async function leaveOldAddresses(query: Query, { from, where }: MovedTravelers): Promise<void> {
  if (!(await query.get(`SELECT 1 AS found FROM ${from} WHERE ${where} LIMIT 1`))) return
  await query.run(`INSERT INTO suppression (email_key, reason, at)
    SELECT s.email_key, p.reason, p.at FROM ${from} CROSS JOIN suppression p
    WHERE ${where} AND p.email_key = t.email_key AND ${isObjection('p.reason')} ${STRONGEST_STAYS}`)
  const travelers = `SELECT t.id FROM ${from} WHERE ${where}`
  const invitations = `SELECT id FROM invitation WHERE generation IS NOT NULL AND traveler_id IN (${travelers})`
  await query.run(`DELETE FROM draft WHERE invitation_id IN (${invitations})`)
  await query.run(
    ({ least }) => `UPDATE invitation SET generation = ${least('generation + 1', '255')} WHERE id IN (${invitations})`,
  )
  await query.run(
    `DELETE FROM letter WHERE state = 'queued' AND ${isReminder('letter')} AND recipient_id IN (${travelers})`,
  )
  await query.run(newLinks(travelers))
}

const newLinks =
  (travelers: string): Statement =>
  ({ jsonField, withJsonField }) => {
    const generation = `(SELECT generation FROM invitation WHERE id = ${jsonField('letter.data', 'invitationId')})`
    return `UPDATE letter SET data = ${withJsonField('data', 'generation', generation)}
      WHERE state = 'queued' AND recipient_kind = 'traveler' AND recipient_id IN (${travelers})`
  }

// A mailbox gets one letter, so only one traveler may have it: an eligible traveler before others, then the one with
// the later last trip, then the later row. A traveler who is invited in a running wave keeps the mailbox until the wave
// is over; while invitations are being written, that may be any traveler.

const better = (row: string) => `${row}.adult AND ${row}.basis_holds, ${row}.last_trip`

const running = `(EXISTS (SELECT 1 FROM wave_opening) OR EXISTS (SELECT 1 FROM wave
    JOIN invitation ON invitation.wave_id = wave.id WHERE wave.status <> 'unlinked' AND invitation.traveler_id = t.id))`

/** Skips all rows of a file except one for each address. */
async function oneOfFile(query: Query, { all, rows, leftOut }: StagedTables): Promise<void> {
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
async function oneOfRegister(
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
