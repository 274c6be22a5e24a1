import type { LetterKind } from '@wayproof/letters'
import {
  ALL_ITEMS,
  type CompletenessCounts,
  coverageOf,
  type Funnel,
  inSteps,
  type Skip,
  type WaveFigures,
} from '@wayproof/survey'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'
import type { Wave } from '../generated/client.ts'
import { skipsKept } from '../opening/wave-skips.ts'
import { answerDays, keptFigures } from './count-open-wave.ts'
import { deliveredCount, sentCount, writtenCount } from './delivered-count.ts'
import { waveOf } from './wave-row.ts'

/** Counts of a wave, from whom it could ask to who answered. */
export function funnelOf(database: SqliteDatabase, row: Wave): Funnel {
  const skips = skipsKept(database, row.id)
  return {
    wave: waveOf(row),
    frame: row.frameCount,
    coverage: coverageOf({ registered: row.registeredCount, eligible: row.frameCount, skips }),
    invited: row.invitedCount,
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

function openFigures(database: SqliteDatabase, { id }: Wave): FunnelFigures {
  const kept = keptFigures((text) => database.read(text), id)
  if (!kept) return { counted: { kind: 'not-yet' }, ...NOT_YET }
  const { at, ...figures } = kept
  return { counted: { kind: 'hourly', asOf: at }, ...figures }
}

/**
 * Letters are counted until the wave is unlinked, those of erased people apart; then only the counts are left. Reminders stay in
 * steps: beside the answers by day, their exact number would tell of one whom an officer kept from being reminded.
 */
function closedFigures(database: SqliteDatabase, row: Wave): FunnelFigures {
  const live = row.unlinkedAt === null
  const counted = (count: string) =>
    live ? (database.read<{ n: number }>(`SELECT ${count} AS n FROM wave WHERE id = ?`).get(row.id)?.n ?? 0) : 0
  const sent = (kind: LetterKind) => counted(sentCount('wave', kind))
  return {
    counted: { kind: 'exact' },
    delivered: row.deliveredCount + counted(deliveredCount('wave')),
    written: row.writtenCount + counted(writtenCount('wave')),
    reminded: inSteps(row.remindedCount + sent('survey-reminder')),
    remindedAgain: inSteps(row.remindedAgainCount + sent('survey-last-reminder')),
    answered: row.answeredCount,
    withdrawn: row.withdrawnCount,
    days: answerDays((text) => database.read(text), row.id),
  }
}

/** From the tallies, once the wave is unlinked; of nobody's answer alone. */
function completenessOf(database: SqliteDatabase, { id, status, smallestGroup }: Wave): CompletenessCounts | null {
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
  return counts.complete + counts.partial + counts['break-off'] < smallestGroup ? null : counts
}

const answeredSkip = ({ status, answeredCount, withdrawnCount }: Wave): readonly Skip[] => {
  if (status === 'open') return []
  const count = answeredCount + withdrawnCount
  return count > 0 ? [{ stage: 'reminder', reason: 'answered', count }] : []
}
