import { CHUNK_PAUSE_MS, inChunks } from '@wayproof/database/in-chunks'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { isEnded } from '@wayproof/journal/outbox/ended-letter'
import { isForgotten } from '../reminders/reminder-kind.ts'

const CHUNK = 250

const OF_CUT_WAVE = 'wave_id = (SELECT id FROM wave WHERE id = @waveId AND unlinked_at IS NOT NULL)'

const LAST_OF_CHUNK = `SELECT traveler_id AS id FROM invitation
  WHERE ${OF_CUT_WAVE} AND traveler_id > @after AND answered IS NOT NULL
  ORDER BY traveler_id LIMIT 1 OFFSET ${CHUNK - 1}`

const FORGET = `UPDATE invitation SET cell_id = NULL, generation = NULL, answered = NULL
  WHERE ${OF_CUT_WAVE} AND traveler_id > @after AND traveler_id <= @last AND answered IS NOT NULL`

/** Sorts after every id, because ids are ASCII. */
const LAST_OF_ALL = '\u{10ffff}'

/** Removes from the invitations of an unlinked wave whether they were answered, their cell and their link. */
export async function forgetAnswered(database: QueryDatabase, waveId: string): Promise<void> {
  for (let after = ''; after !== LAST_OF_ALL; ) {
    const last = (await database.query.get<{ id: string }>(LAST_OF_CHUNK, { waveId, after }))?.id ?? LAST_OF_ALL
    const chunk = { waveId, after, last }
    await database.write((query) => query.run(FORGET, chunk))
    after = last
    if (after !== LAST_OF_ALL) await database.sleep(CHUNK_PAUSE_MS)
  }
}

const REMINDERS = `DELETE FROM letter WHERE id IN
  (SELECT id FROM letter WHERE wave_id = @waveId AND ${isEnded('letter')} AND ${isForgotten('letter')} LIMIT ${CHUNK})`

/** Deletes the reminders of an unlinked wave with their deliveries: their recipients had not answered by then. */
export const deleteReminders = (database: QueryDatabase, waveId: string): Promise<void> =>
  inChunks(database, async (query) => ((await query.run(REMINDERS, { waveId })) < CHUNK ? 'done' : 'more'))
