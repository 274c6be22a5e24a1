import type { PostgresqlDatabase } from '@wayproof/database/postgresql/postgresql-database'
import type { AnswerTable } from '../tallies/count-wave.ts'
import { INVITATION_RETURNED } from './returned-letters.ts'
import type { Rewriting } from './rewriting.ts'

/** Tables with rows about an answer, an invitation or a letter of the wave, or with the space of such deleted rows. */
const REWRITTEN_TABLES = [
  'answer',
  'decrypted_answer',
  'answer_counter',
  'invitation',
  'draft',
  'letter',
  'delivery',
  'suppression',
] as const

/** Replaces rows by new ones in random order. The `xmin` of a new row is the transaction that wrote it. */
const replaced = (table: string, which: string, columns = '*'): string =>
  `WITH gone AS (DELETE FROM ${table} WHERE ${which} RETURNING *)
   INSERT INTO ${table} ${columns === '*' ? '' : `(${columns})`}
   SELECT ${columns} FROM gone ORDER BY gen_random_uuid()`

const OF_WAVE = 'wave_id = @waveId'

const DELETE_ENCRYPTED = `DELETE FROM answer WHERE ${OF_WAVE} AND encrypted IS NOT NULL`

const answersFrom = (table: AnswerTable) => `WITH gone AS (DELETE FROM ${table} WHERE ${OF_WAVE} RETURNING *)
   INSERT INTO answer (wave_id, key, cell_id, "values")
   SELECT wave_id, uuid_send(gen_random_uuid()), cell_id, "values" FROM gone ORDER BY gen_random_uuid()`

const INVITATIONS = replaced('invitation', OF_WAVE, 'id, wave_id, traveler_id')

const LETTERS = replaced('letter', INVITATION_RETURNED)

const SUPPRESSIONS = replaced(
  'suppression',
  `reason IN ('bounced', 'complained') AND at = (SELECT unlinked_at FROM wave WHERE id = @waveId)`,
)

// Deleting a letter deletes its deliveries.
const SAVED_DELIVERIES = `CREATE TEMPORARY TABLE saved_delivery ON COMMIT DROP AS SELECT delivery.* FROM delivery
  JOIN letter ON letter.id = delivery.letter_id WHERE ${INVITATION_RETURNED}`
const DELIVERIES = 'INSERT INTO delivery SELECT * FROM saved_delivery ORDER BY gen_random_uuid()'

/**
 * PostgreSQL stores in each row the transaction that wrote it, and rows in the order of their insertion. An answer and
 * its invitation share a transaction, so both get new rows in one transaction and in random order.
 */
export const rewritingOnPostgresql = (database: PostgresqlDatabase): Rewriting => ({
  write: (work) => database.writeLocked(work),
  rewriteRows: async (query, waveId, table) => {
    for (const statement of [DELETE_ENCRYPTED, answersFrom(table), INVITATIONS, SAVED_DELIVERIES, LETTERS])
      await query.run(statement, { waveId })
    await query.run(DELIVERIES)
    await query.run(SUPPRESSIONS, { waveId })
  },
  wipe: () => database.wipeDeadRows(REWRITTEN_TABLES),
})
