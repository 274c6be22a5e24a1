import type { Query, Statement } from '@wayproof/database/query/query'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { insertUserAct } from '@wayproof/journal/audit-log/rows/insert-audit-entry'
import { isEnded } from '@wayproof/journal/outbox/ended-letter'
import type { SurveyStore } from '../../ports.ts'
import type { LetterHealth } from '../wave-pause.ts'

// Sent and refused letters differ by state alone, so the index gives both counts. Reminders come from the published
// count, which is at most an hour old, so that the moment of a pause and the text of its letter reveal nobody's answer.
const counted = (states: string, reminders: 'reminders_tried' | 'reminders_refused' | 'reminders_complained') =>
  `((SELECT count(*) FROM letter WHERE wave_id = wave.id AND kind = 'survey-invitation'
    AND ${isEnded('letter')} AND state IN (${states}))
    + coalesce((SELECT ${reminders} FROM open_wave_count WHERE wave_id = wave.id), 0))`
const REFUSED = counted(`'failed', 'bounced'`, 'reminders_refused')
const TRIED = counted(`'sent', 'complained', 'failed', 'bounced'`, 'reminders_tried')
const COMPLAINED = counted(`'complained'`, 'reminders_complained')

const HEALTH = `SELECT id AS waveId, period, ${TRIED} - tried_at_resume AS tried, ${REFUSED} - refused_at_resume AS refused,
    ${COMPLAINED} - complained_at_resume AS complained
  FROM wave WHERE status = 'open' AND paused_at IS NULL`

const RESUME = `UPDATE wave SET paused_at = NULL, pause_reason = NULL, tried_at_resume = ${TRIED},
    refused_at_resume = ${REFUSED}, complained_at_resume = ${COMPLAINED}
  WHERE id = @waveId AND status = 'open' AND paused_at IS NOT NULL RETURNING period`

const LOWER: Statement = ({ least }) => `UPDATE wave SET tried_at_resume = ${least('tried_at_resume', TRIED)},
    refused_at_resume = ${least('refused_at_resume', REFUSED)}
  WHERE id = @waveId`

/** Invitations that are sent again count as tried only once they have a new result. */
export const lowerResumeCounts = (query: Query, waveId: string): Promise<number> => query.run(LOWER, { waveId })

/** Counts of tried and refused letters and of complaints, from the opening of a wave or its last resumption. */
export function letterHealthStore(database: QueryDatabase): Pick<SurveyStore, 'letterHealth' | 'resumeWave'> {
  return {
    letterHealth: () => database.query.all<LetterHealth>(HEALTH),
    resumeWave: (waveId) =>
      database.write(async (query) => {
        const resumed = await query.get<{ period: string }>(RESUME, { waveId })
        if (!resumed) return false
        await insertUserAct(query, { act: 'wave-resumed', subject: resumed.period })
        return true
      }),
  }
}
