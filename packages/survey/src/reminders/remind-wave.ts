import { CHUNK_PAUSE_MS } from '@wayproof/database/in-chunks'
import type { Query } from '@wayproof/database/query/query'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { insertAuditEntry } from '@wayproof/journal/audit-log/rows/insert-audit-entry'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import type { SurveyLetterData } from '../letters/survey-letter.ts'
import { postSurveyLetters, type SurveyLetter } from '../opening/rows/survey-letter.ts'
import type { ReminderMoments, ReminderRound } from '../waves/reminder.ts'
import { closingDayAgreedOn } from './agreed-close.ts'
import { CHUNK, type InvitedTraveler, invitedAfter } from './reminder-courses.ts'
import { reminderLetterId } from './reminder-letter.ts'

export interface RemindDeps {
  readonly keyring: Keyring
}

const OPEN = `SELECT period FROM wave WHERE id = @waveId AND status = 'open'`

const ROUND = `UPDATE wave SET reminded_at = @at,
    reminder_rounds = CASE WHEN reminder_rounds < 2 THEN reminder_rounds + 1 ELSE 2 END
  WHERE id = @waveId AND (reminded_at IS NULL OR (reminded_at < @dueFrom AND reminded_at < @remindedBefore))`

/** Records a round of reminders, whether or not anybody is reminded. */
async function recordRound(
  query: Query,
  { waveId, period }: { readonly waveId: string; readonly period: string },
  { at, remindedBefore }: ReminderMoments,
  round: ReminderRound,
): Promise<void> {
  if (round === null) return
  const dueFrom = new Date(round === 'by-hand' ? remindedBefore : round)
  const moments = { at: new Date(at), dueFrom, remindedBefore: new Date(remindedBefore) }
  const isCounted = (await query.run(ROUND, { waveId, ...moments })) === 1
  if (isCounted || round === 'by-hand') await insertAuditEntry(query, { act: 'wave-reminded', at, subject: period })
}

/**
 * Posts due reminders, a few letters in each transaction, and returns their number; other writes run in between. The
 * transaction that posts also decides who is due. Therefore two processes that remind at once post each letter once,
 * and letters that a killed process did not post stay due.
 */
export async function remindWave(
  database: QueryDatabase,
  deps: RemindDeps,
  waveId: string,
  moments: ReminderMoments,
  round: ReminderRound,
): Promise<number> {
  let posted = 0
  let last: InvitedTraveler | undefined
  for (;;) {
    const chunk = await database.write(async (query) => {
      const open = await query.get<{ period: string }>(OPEN, { waveId })
      if (!open) return { posted: 0, last: undefined }
      const invited = await invitedAfter(query, waveId, moments, last?.travelerId)
      if (!last) await recordRound(query, { waveId, ...open }, moments, round)
      const due = await postDue(query, deps, waveId, moments, invited)
      return { posted: due, last: invited[CHUNK - 1] }
    })
    posted += chunk.posted
    last = chunk.last
    if (!last) return posted
    await database.sleep(CHUNK_PAUSE_MS)
  }
}

async function postDue(
  query: Query,
  { keyring }: RemindDeps,
  waveId: string,
  { at }: ReminderMoments,
  invited: readonly InvitedTraveler[],
): Promise<number> {
  const due = invited.filter(({ course }) => course === 'first' || course === 'last')
  if (due.length === 0) return 0
  const changed = await closingDayAgreedOn(query, waveId)
  const letters = due.map(({ course, data, locale, generation }): SurveyLetter => {
    const kind = course === 'first' ? 'survey-reminder' : 'survey-last-reminder'
    const { improvements: _, ...invited } = JSON.parse(data) as SurveyLetterData
    const id = reminderLetterId(keyring, kind, invited.invitationId)
    return { id, kind, locale, data: { ...invited, generation, ...(changed !== null && { closesOn: changed }) } }
  })
  await postSurveyLetters(query, waveId, at, letters)
  return due.length
}
