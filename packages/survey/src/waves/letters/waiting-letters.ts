import { inChunks } from '@wayproof/database/in-chunks'
import type { Query, Statement } from '@wayproof/database/query/query'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Id } from '@wayproof/kernel/id'

const CLOSES_ON: Statement = ({
  withJsonField,
}) => `UPDATE letter SET data = ${withJsonField('data', 'closesOn', '@closesOn')}
  WHERE wave_id = @waveId AND state = 'queued'`

const CHUNK = 250

// In the order of the index of waiting letters: PostgreSQL would read the whole table for a few of them.
const SUPPRESS = `UPDATE letter SET state = 'suppressed', reason = 'wave-closed' WHERE id IN
  (SELECT id FROM letter WHERE wave_id = @waveId AND state = 'queued' ORDER BY not_before LIMIT ${CHUNK})`

/** Changes the closing day that the waiting letters of a wave state. */
export async function setClosingDay(query: Query, waveId: Id, closesOn: CalendarDate): Promise<void> {
  await query.run(CLOSES_ON, { waveId, closesOn })
}

/** Marks the waiting letters of a closed wave, which are not sent any more, as stopped. */
export const stopLetters = (database: QueryDatabase, waveId: Id): Promise<void> =>
  inChunks(database, async (query) => ((await query.run(SUPPRESS, { waveId })) < CHUNK ? 'done' : 'more'))
