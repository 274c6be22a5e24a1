import type { LetterKind } from '@wayproof/letters'
import {
  ALL_ITEMS,
  type CompletenessCounts,
  coverageOf,
  type Funnel,
  inSteps,
  type Skip,
  type SurveyStore,
  skipsOf,
  type WaveFigures,
} from '@wayproof/survey'
import { deleteDrafts } from '../answers/save-draft.ts'
import type { Journal } from '../backup/journal.ts'
import type { Database } from '../engine/database.ts'
import { improvementsOn } from '../improvements/improvement-store.ts'
import { openWave } from '../opening/open-wave.ts'
import { sealedPlan } from '../opening/sealed-plan.ts'
import { keepSkips, skipsKept } from '../opening/wave-skips.ts'
import { type RemindDeps, remindWave } from '../reminders/remind-wave.ts'
import { countCourses } from '../reminders/reminder-courses.ts'
import { answerDays, countOpenWave, keptFigures } from './count-open-wave.ts'
import { deliveredCount, sentCount, writtenCount } from './delivered-count.ts'
import { undeliveredLetters } from './undelivered-letters.ts'
import { WAVE_COLUMNS, type WaveRow, waveOf } from './wave-row.ts'

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
  const find = (period: string) =>
    database.read<WaveRow>(`SELECT ${WAVE_COLUMNS} FROM wave WHERE period = ?`).get(period)
  return {
    wave: async (period) => {
      const row = find(period)
      return row ? waveOf(row) : null
    },
    waves: async () =>
      database.read<WaveRow>(`SELECT ${WAVE_COLUMNS} FROM wave ORDER BY period DESC`).all().map(waveOf),
    sealedPlan: async (period) => sealedPlan(database, period),
    lastResponseRate: async () =>
      database
        .read<{ numerator: number; denominator: number }>(
          `SELECT answered_count AS numerator, invited_count AS denominator FROM wave
           WHERE status = 'unlinked' ORDER BY closed_at DESC, period DESC LIMIT 1`,
        )
        .get() ?? null,
    improvements: async (period) => (await improvementsOn(database, period)).map(({ id, text }) => ({ id, text })),
    openWave: (opening) => openWave(database, opening),
    remindWave: (waveId, moments) => remindWave(database, deps, waveId, moments),
    countOpenWave: (waveId, hour) => countOpenWave(database, waveId, hour),
    funnel: async (period) => {
      const row = find(period)
      return row ? funnelOf(database, row) : null
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

function funnelOf(database: Database, row: WaveRow): Funnel {
  const skips = skipsKept(database, row.id)
  return {
    wave: waveOf(row),
    frame: row.frame_count,
    coverage: coverageOf({ registered: row.registered_count, eligible: row.frame_count, skips }),
    invited: row.invited_count,
    completeness: completenessOf(database, row),
    skips: [...skips, ...answeredSkip(row)],
    ...(row.status === 'open' ? openFigures(database, row) : closedFigures(database, row)),
  }
}

type FunnelFigures = Pick<Funnel, 'counted' | keyof WaveFigures>

const NOT_YET = {
  ...{ delivered: null, written: null, reminded: null, remindedAgain: null, answered: null, withdrawn: null },
  days: [],
}

function openFigures(database: Database, { id }: WaveRow): FunnelFigures {
  const kept = keptFigures((text) => database.read(text), id)
  if (!kept) return { counted: { kind: 'not-yet' }, ...NOT_YET }
  const { at, ...figures } = kept
  return { counted: { kind: 'hourly', asOf: at }, ...figures }
}

/**
 * Letters are counted until the wave is unlinked, those of erased people apart; then only the counts are left. Reminders stay in
 * steps: beside the answers by day, their exact number would tell of one whom an officer kept from being reminded.
 */
function closedFigures(database: Database, row: WaveRow): FunnelFigures {
  const live = row.unlinked_at === null
  const counted = (count: string) =>
    live ? (database.read<{ n: number }>(`SELECT ${count} AS n FROM wave WHERE id = ?`).get(row.id)?.n ?? 0) : 0
  const sent = (kind: LetterKind) => counted(sentCount('wave', kind))
  return {
    counted: { kind: 'exact' },
    delivered: row.delivered_count + counted(deliveredCount('wave')),
    written: row.written_count + counted(writtenCount('wave')),
    reminded: inSteps(row.reminded_count + sent('survey-reminder')),
    remindedAgain: inSteps(row.reminded_again_count + sent('survey-last-reminder')),
    answered: row.answered_count,
    withdrawn: row.withdrawn_count,
    days: answerDays((text) => database.read(text), row.id),
  }
}

/** From the tallies, once the wave is unlinked; of nobody's answer alone. */
function completenessOf(database: Database, { id, status, smallest_group }: WaveRow): CompletenessCounts | null {
  if (status !== 'unlinked') return null
  const rows = database
    .read<{ value: string; count: number }>(
      `SELECT t.value, SUM(t.count) AS count FROM cell c
       CROSS JOIN tally t ON t.wave_id = c.wave_id AND t.cell_id = c.id AND t.item = '${ALL_ITEMS}'
       WHERE c.wave_id = ? GROUP BY t.value`,
    )
    .all(id)
  const of = (value: string) => rows.find((row) => row.value === value)?.count ?? 0
  const counts = { complete: of('complete'), partial: of('partial'), 'break-off': of('break-off') }
  return counts.complete + counts.partial + counts['break-off'] < smallest_group ? null : counts
}

const answeredSkip = ({ status, answered_count, withdrawn_count }: WaveRow): readonly Skip[] => {
  if (status === 'open') return []
  const count = answered_count + withdrawn_count
  return count > 0 ? [{ stage: 'reminder', reason: 'answered', count }] : []
}
