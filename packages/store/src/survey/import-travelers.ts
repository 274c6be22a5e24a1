import { setImmediate as nextTurn } from 'node:timers/promises'
import { fail, ok } from '@wayproof/kernel'
import type { SealedTraveler, SurveyStore, TravelerImport, TravelerImportCounts } from '@wayproof/survey'
import type { Database } from '../sqlite/database.ts'
import type { Sql } from '../sqlite/sql.ts'

/** Rows staged at once: a bite holds the lock for a few milliseconds. */
const BITE = 500

/** What a row brings besides the number it is found by and the address, which is sealed anew each time. */
const TAKEN_OVER = [
  'email_key',
  'locale',
  'trip_type',
  'channel',
  'region',
  'last_trip',
  'adult',
  'residence',
  'basis',
  'basis_wording',
  'basis_names_surveys',
  'basis_notice',
  'basis_source',
  'basis_date',
  'basis_holds',
] as const

// Staged on the write connection alone: a file that is not taken in leaves nothing in the database.
const columns = (prefix = '') => TAKEN_OVER.map((column) => prefix + column).join(', ')

const staging = `CREATE TEMP TABLE IF NOT EXISTS staged_traveler (
  import_id TEXT NOT NULL, row_number INTEGER NOT NULL, id TEXT NOT NULL, customer_number TEXT NOT NULL,
  email_sealed BLOB NOT NULL, ${columns()},
  PRIMARY KEY (import_id, customer_number))`

const differs = `(${TAKEN_OVER.map((column) => `t.${column} IS NOT s.${column}`).join(' OR ')})`

type Imported = ReturnType<SurveyStore['importTravelers']>

/** Stages the file in bites, then checks and switches in one transaction: counts by the engine, all or nothing. */
export async function importTravelers(
  database: Database,
  file: TravelerImport,
  travelers: Iterable<SealedTraveler>,
): Imported {
  await database.write((sql) => sql(staging).run())
  try {
    let bite: SealedTraveler[] = []
    for (const traveler of travelers) {
      bite.push(traveler)
      if (bite.length < BITE) continue
      await stage(database, file.id, bite)
      await nextTurn()
      bite = []
    }
    await stage(database, file.id, bite)
    return await database.write((sql) => {
      const erased = leaveOutErased(sql, file.id)
      const taken = sql<{ row_number: number }>(
        `SELECT s.row_number FROM staged_traveler s JOIN traveler t ON t.email_key = s.email_key
         WHERE s.import_id = ? AND t.customer_number <> s.customer_number AND NOT EXISTS (
           SELECT 1 FROM staged_traveler o WHERE o.import_id = s.import_id AND o.customer_number = t.customer_number)
         ORDER BY s.row_number`,
      ).all(file.id)
      if (taken.length > 0) return { ...fail('addresses-taken'), fault: takenFault(taken) }
      const counts = { ...count(sql, file.id), erased }
      if (!file.dryRun) takeIn(sql, file)
      return ok(counts)
    })
  } finally {
    await database.write((sql) => sql('DELETE FROM staged_traveler WHERE import_id = ?').run(file.id))
  }
}

const takenFault = (rows: readonly { row_number: number }[]) =>
  ({ code: 'addresses-taken', rowNumbers: rows.map((row) => row.row_number) }) as const

function stage(database: Database, importId: string, travelers: readonly SealedTraveler[]): Promise<void> {
  return database.write((sql) => {
    const insert = sql(`INSERT INTO staged_traveler VALUES (@importId, @rowNumber, @id, @customerNumber, @emailSealed,
      @emailKey, @locale, @tripType, @channel, @region, @lastTrip, @adultBit, @residence, @basis, @basisWording,
      @namesSurveysBit, @noticeBit, @basisSource, @basisDate, @holdsBit)`)
    for (const traveler of travelers) {
      insert.run({
        ...traveler,
        importId,
        adultBit: Number(traveler.adult),
        namesSurveysBit: Number(traveler.basisNamesSurveys),
        noticeBit: Number(traveler.basisNotice),
        holdsBit: Number(traveler.basisHolds),
      })
    }
  })
}

/** An erased address does not come back, whoever's it is said to be now. Gives the number of such rows. */
const leaveOutErased = (sql: Sql, importId: string): number =>
  sql(`DELETE FROM staged_traveler WHERE import_id = ? AND EXISTS (SELECT 1 FROM suppression
    WHERE suppression.email_key = staged_traveler.email_key AND suppression.reason = 'erased')`).run(importId).changes

type Counted = Omit<TravelerImportCounts, 'erased'>

function count(sql: Sql, importId: string): Counted {
  const row = sql<Record<keyof Counted, number | null>>(
    `SELECT SUM(t.id IS NULL) AS added, SUM(t.id IS NOT NULL AND ${differs}) AS changed,
       SUM(t.id IS NOT NULL AND NOT ${differs}) AS unchanged, SUM(s.adult = 0) AS notAdult,
       SUM(s.basis_holds = 0) AS noBasis
     FROM staged_traveler s LEFT JOIN traveler t ON t.customer_number = s.customer_number WHERE s.import_id = ?`,
  ).get(importId)
  const { added, changed, unchanged, notAdult, noBasis } = row ?? {}
  return {
    added: added ?? 0,
    changed: changed ?? 0,
    unchanged: unchanged ?? 0,
    notAdult: notAdult ?? 0,
    noBasis: noBasis ?? 0,
  }
}

function takeIn(sql: Sql, file: TravelerImport): void {
  // Two customers may have swapped addresses: a changed one first gives way, so that no row meets the old holder's.
  sql(`UPDATE traveler SET email_key = CAST(id AS BLOB) WHERE id IN (SELECT t.id FROM staged_traveler s
    JOIN traveler t ON t.customer_number = s.customer_number WHERE s.import_id = ? AND t.email_key <> s.email_key)`).run(
    file.id,
  )
  sql(`INSERT INTO traveler (id, customer_number, email_sealed, ${columns()}, import_id)
    SELECT s.id, s.customer_number, s.email_sealed, ${columns('s.')}, s.import_id
    FROM staged_traveler s LEFT JOIN traveler t ON t.customer_number = s.customer_number
    WHERE s.import_id = ? AND (t.id IS NULL OR ${differs})
    ON CONFLICT (customer_number) DO UPDATE SET email_sealed = excluded.email_sealed, import_id = excluded.import_id,
      ${TAKEN_OVER.map((column) => `${column} = excluded.${column}`).join(', ')}`).run(file.id)
  sql(`INSERT INTO import_file (id, register, file_name, digest, row_count, imported_at, imported_by)
    VALUES (@id, 'travelers', @fileName, @digest, @rowCount, @at, @by)`).run({ ...file, dryRun: 0 })
}
