import type { Ids } from '@wayproof/kernel'
import type { SurveyLetterData } from '@wayproof/letters'
import type { Database } from '../sqlite/database.ts'
import { postSurveyLetter } from './survey-letter.ts'

export interface RemindDeps {
  readonly ids: Ids
}

interface Waiting {
  readonly data: string
  readonly locale: string
}

/**
 * One reminder for each invitation that is unanswered, not suppressed and whose first letter was not refused. Null when
 * the wave was reminded before or is not open. The letter says what the first one said.
 */
export function remindWave(
  database: Database,
  { ids }: RemindDeps,
  waveId: string,
  at: number,
): Promise<number | null> {
  return database.write((sql) => {
    const reminding = sql(`UPDATE wave SET reminded_at = ? WHERE id = ? AND status = 'open' AND reminded_at IS NULL`)
    if (reminding.run(at, waveId).changes === 0) return null
    const waiting = sql<Waiting>(
      `SELECT l.data, t.locale FROM invitation i JOIN traveler t ON t.id = i.traveler_id
       JOIN letter l ON l.dedupe_key = 'invitation:' || i.id
       WHERE i.wave_id = ? AND i.answered = 0 AND l.state <> 'failed'
         AND NOT EXISTS (SELECT 1 FROM suppression WHERE suppression.email_key = t.email_key)
       ORDER BY i.id`,
    ).all(waveId)
    for (const { data, locale } of waiting) {
      const letter = JSON.parse(data) as SurveyLetterData
      postSurveyLetter(sql, { id: ids.next(), kind: 'survey-reminder', locale, data: letter, waveId, at })
    }
    return waiting.length
  })
}
