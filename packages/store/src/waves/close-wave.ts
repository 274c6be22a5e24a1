import { type SurveyStore, skipsOf } from '@wayproof/survey'
import { deleteDrafts } from '../answers/delete-drafts.ts'
import type { Journal } from '../backup/journal.ts'
import type { QueryDatabase } from '../engine/query/query-database.ts'
import { storeSkips } from '../opening/wave-skips.ts'
import { countCourses } from '../reminders/reminder-courses.ts'

const CLOSE = `UPDATE wave SET status = 'closed', closed_at = @at
  WHERE id = @waveId AND status = 'open' AND closes_at <= @at`

const SUPPRESS = `UPDATE letter SET state = 'suppressed', reason = 'wave-closed' WHERE wave_id = @waveId AND state = 'queued'`

/** Closes a wave with SQL, because it deletes every draft of the wave and stops every waiting letter. */
export const closeWave =
  (database: QueryDatabase, { journal }: { readonly journal?: Journal }): SurveyStore['closeWave'] =>
  async (waveId, at, moments) => {
    // Runs before the lock is taken, because it takes seconds in a large wave; no answer can arrive any more.
    const skips = skipsOf(await countCourses(database, waveId, moments))
    await database.write(async (query) => {
      if ((await query.run(CLOSE, { at: new Date(at), waveId })) === 0) return
      await deleteDrafts(query, waveId)
      await query.run('DELETE FROM open_wave_count WHERE wave_id = @waveId', { waveId })
      await storeSkips(query, waveId, skips)
      await query.run(SUPPRESS, { waveId })
      journal?.record({ kind: 'closed', waveId, at })
    })
  }
