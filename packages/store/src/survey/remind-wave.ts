import type { Keyring } from '@wayproof/kernel/keyring'
import type { SurveyLetterData } from '@wayproof/letters'
import type { ReminderMoments } from '@wayproof/survey'
import type { Database } from '../sqlite/database.ts'
import { closingDayAgreedOn } from './close-changes.ts'
import { dueReminders } from './reminder-courses.ts'
import { reminderLetterId } from './reminder-letter.ts'
import { postSurveyLetter } from './survey-letter.ts'

export interface RemindDeps {
  readonly keyring: Keyring
}

/** Posts what is due in one transaction: two who remind at once post each letter once. */
export function remindWave(
  database: Database,
  { keyring }: RemindDeps,
  waveId: string,
  moments: ReminderMoments,
): Promise<number> {
  return database.write((sql) => {
    if (!sql(`SELECT 1 FROM wave WHERE id = ? AND status = 'open'`).get(waveId)) return 0
    const due = dueReminders(sql, waveId, moments)
    const changed = closingDayAgreedOn(sql, waveId)
    for (const { course, data, locale, generation } of due) {
      const kind = course === 'first' ? 'survey-reminder' : 'survey-last-reminder'
      const { improvements: _, ...invited } = JSON.parse(data) as SurveyLetterData
      const letter = { ...invited, generation, ...(changed !== null && { closesOn: changed }) }
      const id = reminderLetterId(keyring, kind, invited.invitationId)
      postSurveyLetter(sql, { id, kind, locale, data: letter, waveId, at: moments.at })
    }
    if (due.length > 0) sql('UPDATE wave SET reminded_at = ? WHERE id = ?').run(moments.at, waveId)
    return due.length
  })
}
