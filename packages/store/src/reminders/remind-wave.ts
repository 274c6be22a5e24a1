import type { Keyring } from '@wayproof/kernel/keyring'
import type { SurveyLetterData } from '@wayproof/letters'
import type { ReminderMoments } from '@wayproof/survey'
import { inChunks } from '../engine/in-chunks.ts'
import type { Query } from '../engine/query/query.ts'
import type { Sql } from '../engine/sqlite/sql.ts'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'
import { postSurveyLetter } from '../opening/survey-letter.ts'
import { closingDayAgreedOn } from '../waves/agreed-close.ts'
import { CHUNK, type Standing, standingsAfter } from './reminder-courses.ts'
import { reminderLetterId } from './reminder-letter.ts'

export interface RemindDeps {
  readonly keyring: Keyring
}

/**
 * Posts what is due, a few letters in a transaction, and gives how many: others write in between. The people due are looked up
 * in the transaction that posts, so two who remind at once post each letter once, and what a killed process left is due again.
 */
export async function remindWave(
  database: SqliteDatabase,
  deps: RemindDeps,
  waveId: string,
  moments: ReminderMoments,
): Promise<number> {
  let posted = 0
  let last: Standing | undefined
  await inChunks(database, async (sql: Sql & Query) => {
    if (!sql(`SELECT 1 FROM wave WHERE id = ? AND status = 'open'`).get(waveId)) return 'done'
    const standings = await standingsAfter(sql, waveId, moments, last?.travelerId)
    posted += await postDue(sql, deps, waveId, moments, standings)
    last = standings[CHUNK - 1]
    return last ? 'more' : 'done'
  })
  return posted
}

async function postDue(
  sql: Sql & Query,
  { keyring }: RemindDeps,
  waveId: string,
  { at }: ReminderMoments,
  standings: readonly Standing[],
): Promise<number> {
  const due = standings.filter(({ course }) => course === 'first' || course === 'last')
  if (due.length === 0) return 0
  const changed = await closingDayAgreedOn(sql, waveId)
  for (const { course, data, locale, generation } of due) {
    const kind = course === 'first' ? 'survey-reminder' : 'survey-last-reminder'
    const { improvements: _, ...invited } = JSON.parse(data) as SurveyLetterData
    const letter = { ...invited, generation, ...(changed !== null && { closesOn: changed }) }
    const id = reminderLetterId(keyring, kind, invited.invitationId)
    await postSurveyLetter(sql, { id, kind, locale, data: letter, waveId, at })
  }
  sql('UPDATE wave SET reminded_at = ? WHERE id = ?').run(at, waveId)
  return due.length
}
