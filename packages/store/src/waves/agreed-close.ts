import type { SurveyStore } from '@wayproof/survey'
import type { ReadQuery, Statement } from '../engine/query/query.ts'
import type { QueryDatabase } from '../engine/query/query-database.ts'

const AGREED = `SELECT closes_on AS closesOn FROM close_change WHERE wave_id = @waveId AND decision = 'approved'
  ORDER BY decided_at DESC, proposed_at DESC LIMIT 1`

/** The last day that two officers agreed on for an open wave; null if the sealed one applies. */
export async function closingDayAgreedOn(query: ReadQuery, waveId: string): Promise<string | null> {
  return (await query.get<{ closesOn: string | null }>(AGREED, { waveId }))?.closesOn ?? null
}

const DECIDE = `UPDATE close_change SET decision = @decision, decided_by_id = @byId, decided_by = @by, decided_at = @at
  WHERE id = @id AND decision IS NULL
    AND EXISTS (SELECT 1 FROM wave WHERE wave.id = close_change.wave_id AND wave.status = 'open')`

const OF_CHANGE = '(SELECT wave_id FROM close_change WHERE id = @id)'

const CLOSES_AT = `UPDATE wave SET closes_at = @closesAt WHERE id = ${OF_CHANGE}`

const CLOSES_ON: Statement = ({
  withJsonField,
}) => `UPDATE letter SET data = ${withJsonField('data', 'closesOn', '@closesOn')}
  WHERE wave_id = ${OF_CHANGE} AND state = 'queued'`

/** Decides a proposed close with SQL, because an approval changes every waiting letter of the wave. */
export const decideClose =
  (database: QueryDatabase): SurveyStore['decideClose'] =>
  (id, { by, at, close }) =>
    database.write(async (query) => {
      const decision = close ? 'approved' : 'declined'
      const decided = await query.run(DECIDE, { id, decision, byId: by.id, by: by.name, at: new Date(at) })
      if (decided === 0) return false
      if (close === null) return true
      await query.run(CLOSES_AT, { id, closesAt: new Date(close.closesAt) })
      await query.run(CLOSES_ON, { id, closesOn: close.closesOn })
      return true
    })
