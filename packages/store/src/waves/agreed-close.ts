import type { SurveyStore } from '@wayproof/survey'
import type { Sql } from '../engine/sqlite/sql.ts'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'

const OPEN = `EXISTS (SELECT 1 FROM wave WHERE wave.id = close_change.wave_id AND wave.status = 'open')`

/** The last day that two officers agreed on for an open wave; null: the sealed one stands. */
export const closingDayAgreedOn = (sql: Sql, waveId: string): string | null =>
  sql<{ closes_on: string | null }>(`SELECT closes_on FROM close_change WHERE wave_id = ? AND decision = 'approved'
    ORDER BY decided_at DESC, proposed_at DESC LIMIT 1`).get(waveId)?.closes_on ?? null

/** Decides a proposed close with SQL, because an approval changes every letter of the wave that waits. */
export const decideClose =
  (database: SqliteDatabase): SurveyStore['decideClose'] =>
  (id, { by, at, close }) =>
    database.write((sql) => {
      const keep = sql(`UPDATE close_change SET decision = ?, decided_by_id = ?, decided_by = ?, decided_at = ?
        WHERE id = ? AND decision IS NULL AND ${OPEN}`)
      if (keep.run(close ? 'approved' : 'declined', by.id, by.name, at, id).changes === 0) return false
      if (close === null) return true
      const ofChange = '(SELECT wave_id FROM close_change WHERE id = @id)'
      sql(`UPDATE wave SET closes_at = @closesAt WHERE id = ${ofChange}`).run({ id, closesAt: close.closesAt })
      sql(`UPDATE letter SET data = json_set(data, '$.closesOn', @closesOn)
        WHERE wave_id = ${ofChange} AND state = 'queued'`).run({ id, closesOn: close.closesOn })
      return true
    })
