import { type Ids, nearestLocale } from '@wayproof/kernel'
import type { LetterHealth, SurveyStore, WavePause } from '@wayproof/survey'
import type { Database } from '../engine/database.ts'
import type { Transaction } from '../engine/prisma/records.ts'
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
      database.transaction(async (transaction) => {
        const running = { id: waveId, status: 'open', pausedAt: null } as const
        const data = { pausedAt: new Date(pause.at), pauseReason: pause.reason }
        if ((await transaction.records.wave.updateMany({ where: running, data })).count === 0) return false
        if (health) await tellOfficers(transaction, ids, pause, health)
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

async function tellOfficers(
  { records, sql }: Transaction,
  ids: Ids,
  { at, reason }: WavePause,
  { waveId, period, tried, refused }: LetterHealth,
): Promise<void> {
  if (reason === 'officer') return
  for (const { id, locale } of await records.user.findMany({ where: { role: 'officer' }, orderBy: { id: 'asc' } })) {
    const data = { period, reason, tried, refused }
    const letter = { kind: 'wave-paused', locale: nearestLocale(locale), data } as const
    const dedupeKey = `wave-paused:${waveId}:${at}:${id}`
    insertLetter(sql, ids.next(), { letter, recipient: { kind: 'user', id }, dedupeKey }, at)
  }
}
