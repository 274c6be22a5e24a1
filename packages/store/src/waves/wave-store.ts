import { type SurveyStore, skipsOf } from '@wayproof/survey'
import { deleteDrafts } from '../answers/save-draft.ts'
import type { Journal } from '../backup/journal.ts'
import type { Database } from '../engine/database.ts'
import { improvementsOn } from '../improvements/improvement-store.ts'
import { openWave } from '../opening/open-wave.ts'
import { sealedPlan } from '../opening/sealed-plan.ts'
import { keepSkips } from '../opening/wave-skips.ts'
import { type RemindDeps, remindWave } from '../reminders/remind-wave.ts'
import { countCourses } from '../reminders/reminder-courses.ts'
import { countOpenWave } from './count-open-wave.ts'
import { funnelOf } from './read-funnel.ts'
import { undeliveredLetters } from './undelivered-letters.ts'
import { waveOf } from './wave-row.ts'

export type WaveStore = Pick<
  SurveyStore,
  | 'wave'
  | 'waves'
  | 'lastResponseRate'
  | 'sealedPlan'
  | 'improvements'
  | 'openWave'
  | 'remindWave'
  | 'countOpenWave'
  | 'funnel'
  | 'undeliveredLetters'
  | 'closeWave'
>

export function waveStore(database: Database, deps: RemindDeps & { readonly journal?: Journal }): WaveStore {
  const find = async (period: string) => (await database.records()).wave.findUnique({ where: { period } })
  return {
    wave: async (period) => {
      const found = await find(period)
      return found && waveOf(found)
    },
    waves: async () => (await (await database.records()).wave.findMany({ orderBy: { period: 'desc' } })).map(waveOf),
    sealedPlan: async (period) => sealedPlan(database, period),
    lastResponseRate: async () => {
      const { wave } = await database.records()
      const orderBy = [{ closedAt: 'desc' as const }, { period: 'desc' as const }]
      const last = await wave.findFirst({ where: { status: 'unlinked' }, orderBy })
      return last && { numerator: last.answeredCount, denominator: last.invitedCount }
    },
    improvements: async (period) => (await improvementsOn(database, period)).map(({ id, text }) => ({ id, text })),
    openWave: (opening) => openWave(database, opening),
    remindWave: (waveId, moments) => remindWave(database, deps, waveId, moments),
    countOpenWave: (waveId, hour) => countOpenWave(database, waveId, hour),
    funnel: async (period) => {
      const found = await find(period)
      return found && funnelOf(database, found)
    },
    undeliveredLetters: undeliveredLetters(database),
    closeWave: async (waveId, at, moments) => {
      // Before the lock is taken: nobody answers any more, and it takes seconds in a large wave.
      const skips = skipsOf(await countCourses(database, waveId, moments))
      await database.write((sql) => {
        const closing = sql(`UPDATE wave SET status = 'closed', closed_at = @at
          WHERE id = @waveId AND status = 'open' AND closes_at <= @at`)
        if (closing.run({ at, waveId }).changes === 0) return
        deleteDrafts(sql, waveId)
        sql('DELETE FROM open_wave_count WHERE wave_id = ?').run(waveId)
        keepSkips(sql, waveId, skips)
        sql(
          `UPDATE letter SET state = 'suppressed', reason = 'wave-closed' WHERE wave_id = ? AND state = 'queued'`,
        ).run(waveId)
        deps.journal?.record({ kind: 'closed', waveId, at })
      })
    },
  }
}
