import { type Ids, nearestLocale } from '@wayproof/kernel'
import type { LetterHealth, SurveyStore, WavePause } from '@wayproof/survey'
import type { Database } from '../engine/database.ts'
import type { Sql } from '../engine/sql.ts'
import { isEnded } from '../outbox/ended-letter.ts'
import { insertLetter } from '../outbox/insert-letter.ts'

export type PauseStore = Pick<SurveyStore, 'pauseWave' | 'resumeWave' | 'letterHealth'>

// Sent letters are told apart from refused ones by state alone, so both counts come out of the index. Reminders are taken
// from the published count, an hour old at most: the moment of a pause, and what its letter says, tell of nobody's answer.
const counted = (states: string, reminders: 'reminders_tried' | 'reminders_refused') =>
  `((SELECT count(*) FROM letter WHERE wave_id = wave.id AND kind = 'survey-invitation'
    AND ${isEnded('letter')} AND state IN (${states}))
    + coalesce((SELECT ${reminders} FROM open_wave_count WHERE wave_id = wave.id), 0))`
const REFUSED = counted(`'failed', 'bounced'`, 'reminders_refused')
const TRIED = counted(`'sent', 'complained', 'failed', 'bounced'`, 'reminders_tried')

export function pauseStore(database: Database, { ids }: { readonly ids: Ids }): PauseStore {
  return {
    letterHealth: async () =>
      database
        .read<LetterHealth>(
          `SELECT id AS waveId, period, ${TRIED} - tried_at_resume AS tried, ${REFUSED} - refused_at_resume AS refused
           FROM wave WHERE status = 'open' AND paused_at IS NULL`,
        )
        .all(),

    pauseWave: (waveId, pause, health) =>
      database.write((sql) => {
        const pausing = sql(`UPDATE wave SET paused_at = @at, pause_reason = @reason
          WHERE id = @waveId AND status = 'open' AND paused_at IS NULL`)
        if (pausing.run({ ...pause, waveId }).changes === 0) return false
        if (health) tellOfficers(sql, ids, pause, health)
        return true
      }),

    resumeWave: (waveId) =>
      database.write(
        (sql) =>
          sql(`UPDATE wave SET paused_at = NULL, pause_reason = NULL, tried_at_resume = ${TRIED},
            refused_at_resume = ${REFUSED} WHERE id = ? AND status = 'open' AND paused_at IS NOT NULL`).run(waveId)
            .changes === 1,
      ),
  }
}

function tellOfficers(sql: Sql, ids: Ids, { at, reason }: WavePause, health: LetterHealth): void {
  const { waveId, period, tried, refused } = health
  if (reason === 'officer') return
  const officers = sql<{ id: string; locale: string }>(`SELECT id, locale FROM user WHERE role = 'officer'`).all()
  for (const { id, locale } of officers) {
    const data = { period, reason, tried, refused }
    const letter = { kind: 'wave-paused', locale: nearestLocale(locale), data } as const
    const dedupeKey = `wave-paused:${waveId}:${at}:${id}`
    insertLetter(sql, ids.next(), { letter, recipient: { kind: 'user', id }, dedupeKey }, at)
  }
}
