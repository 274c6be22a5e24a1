import type { CalendarDate, Id } from '@wayproof/kernel'
import type { Query, Statement } from '../../engine/query/query.ts'

const CLOSES_ON: Statement = ({
  withJsonField,
}) => `UPDATE letter SET data = ${withJsonField('data', 'closesOn', '@closesOn')}
  WHERE wave_id = @waveId AND state = 'queued'`

const SUPPRESS = `UPDATE letter SET state = 'suppressed', reason = 'wave-closed' WHERE wave_id = @waveId AND state = 'queued'`

/** Changes the closing day that the waiting letters of a wave state. */
export async function setClosingDay(query: Query, waveId: Id, closesOn: CalendarDate): Promise<void> {
  await query.run(CLOSES_ON, { waveId, closesOn })
}

/** Stops the waiting letters of a wave that is closed. */
export async function stopLetters(query: Query, waveId: Id): Promise<void> {
  await query.run(SUPPRESS, { waveId })
}
