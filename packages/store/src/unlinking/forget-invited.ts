import { inChunks } from '../engine/in-chunks.ts'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'
import { isEnded } from '../outbox/ended-letter.ts'
import { isForgotten } from '../reminders/reminder-kind.ts'

const CHUNK = 250

const OF_CUT_WAVE = 'wave_id = (SELECT id FROM wave WHERE id = @waveId AND unlinked_at IS NOT NULL)'

/** Takes out of the invitations of a wave whose ties are cut whether they were answered, their group and their link. */
export async function forgetAnswered(database: SqliteDatabase, waveId: string): Promise<void> {
  let after = ''
  await inChunks(database, (sql) => {
    const last = sql<{ id: string }>(`SELECT traveler_id AS id FROM invitation
      WHERE ${OF_CUT_WAVE} AND traveler_id > @after ORDER BY traveler_id LIMIT 1 OFFSET ${CHUNK - 1}`).get({
      waveId,
      after,
    })
    sql(`UPDATE invitation SET cell_id = NULL, generation = NULL, answered = NULL
      WHERE ${OF_CUT_WAVE} AND traveler_id > @after AND traveler_id <= @last`).run({
      waveId,
      after,
      last: last?.id ?? LAST_OF_ALL,
    })
    after = last?.id ?? LAST_OF_ALL
    return last ? 'more' : 'done'
  })
}

/** Ids are of ASCII. */
const LAST_OF_ALL = '\u{10ffff}'

/** Deletes the reminders of a wave whose ties are cut, with their deliveries: who got one had not answered by then. */
export function deleteReminders(database: SqliteDatabase, waveId: string): Promise<void> {
  return inChunks(database, (sql) => {
    const some = sql(`DELETE FROM letter WHERE id IN
      (SELECT id FROM letter WHERE wave_id = @waveId AND ${isEnded('letter')} AND ${isForgotten('letter')} LIMIT ${CHUNK})`)
    return some.run({ waveId }).changes < CHUNK ? 'done' : 'more'
  })
}
