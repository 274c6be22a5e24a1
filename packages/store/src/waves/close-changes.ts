import type { Hand } from '@wayproof/kernel'
import type { CloseChange, SurveyStore } from '@wayproof/survey'
import type { Database } from '../engine/database.ts'
import type { Sql } from '../engine/sql.ts'

export type CloseChangeStore = Pick<SurveyStore, 'proposeClose' | 'proposers' | 'closeChanges' | 'decideClose'>

interface CloseChangeRow {
  readonly id: string
  readonly wave_id: string
  readonly closes_on: string | null
  readonly reason: string
  readonly proposed_by_id: string
  readonly proposed_by: string
  readonly proposed_at: number
  readonly decision: 'approved' | 'declined' | null
  readonly decided_by_id: string | null
  readonly decided_by: string | null
  readonly decided_at: number | null
}

const OPEN = `EXISTS (SELECT 1 FROM wave WHERE wave.id = close_change.wave_id AND wave.status = 'open')`

/** The last day that two officers agreed on for an open wave; null: the sealed one stands. */
export const closingDayAgreedOn = (sql: Sql, waveId: string): string | null =>
  sql<{ closes_on: string | null }>(`SELECT closes_on FROM close_change WHERE wave_id = ? AND decision = 'approved'
    ORDER BY decided_at DESC, proposed_at DESC LIMIT 1`).get(waveId)?.closes_on ?? null

export function closeChangeStore(database: Database): CloseChangeStore {
  return {
    proposeClose: ({ proposedBy, decided: _, ...change }, mailbox) =>
      database.write((sql) => {
        const insert =
          sql(`INSERT INTO close_change (id, wave_id, closes_on, reason, proposed_by_id, proposed_by, proposed_mailbox,
            proposed_at)
          SELECT @id, id, @closesOn, @reason, @byId, @byName, @mailbox, @proposedAt FROM wave WHERE id = @waveId AND status = 'open'
          AND NOT EXISTS (SELECT 1 FROM close_change WHERE wave_id = @waveId AND decision IS NULL)`)
        return insert.run({ ...change, byId: proposedBy.id, byName: proposedBy.name, mailbox }).changes === 1
      }),

    proposers: async (id) =>
      database
        .read<Hand>('SELECT proposed_by_id AS id, proposed_mailbox AS mailbox FROM close_change WHERE id = ?')
        .all(id),

    closeChanges: async (waveId) =>
      database
        .read<CloseChangeRow>('SELECT * FROM close_change WHERE wave_id = ? ORDER BY proposed_at DESC, id DESC')
        .all(waveId)
        .map(closeChangeOf),

    decideClose: (id, { by, at, close }) =>
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
      }),
  }
}

function closeChangeOf(row: CloseChangeRow): CloseChange {
  const { decision, decided_by_id, decided_by, decided_at } = row
  const known = decision !== null && decided_by_id !== null && decided_by !== null && decided_at !== null
  return {
    id: row.id,
    waveId: row.wave_id,
    closesOn: row.closes_on,
    reason: row.reason,
    proposedBy: { id: row.proposed_by_id, name: row.proposed_by },
    proposedAt: row.proposed_at,
    decided: known
      ? { approved: decision === 'approved', by: { id: decided_by_id, name: decided_by }, at: decided_at }
      : null,
  }
}
