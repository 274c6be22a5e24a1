import { dateAt, type Period, type PeriodKey, periodKey } from '@wayproof/kernel'
import type { ChangedClose, SatisfactionFacts, WaveFacts } from '@wayproof/scorecard'
import type { Database } from '../../engine/database.ts'
import { type StepRow, storedStep } from '../../published-step/stored-step.ts'
import { deliveredCount } from '../../waves/delivered-count.ts'
import type { KeptCounts } from '../kept-counts.ts'
import { itemTallies } from './item-tallies.ts'
import { trendBreak, waveBefore } from './wave-before.ts'
import { waveFrame } from './wave-frame.ts'

const HEADLINE = 'overall'

// A wave is open to its readers until its ties are cut: its tallies are counted then, so nobody sees a result grow. What is
// known of its letters and answers before the close is what was counted at the last full hour.
const waveOf = `
SELECT w.id, w.status, w.published_step, w.unlinked_at IS NULL AS open, closes_at, sealed_closes_at, questionnaire_id, questionnaire_version, minimum_for_status AS minimumForStatus,
  frame_count AS eligible, invited_count AS invited,
  CASE w.status WHEN 'open' THEN coalesce(c.answered, 0) ELSE w.answered_count END AS answered,
  CASE w.status WHEN 'open' THEN coalesce(c.delivered, 0) ELSE w.delivered_count END AS delivered,
  w.status <> 'open' AND w.unlinked_at IS NULL AS linked
FROM wave w LEFT JOIN open_wave_count c ON c.wave_id = w.id WHERE period = ?`

const stillLinked = `SELECT ${deliveredCount('w')} AS delivered FROM wave w WHERE w.id = ?`

const approved = `
SELECT reason FROM close_change WHERE wave_id = ? AND decision = 'approved' ORDER BY decided_at DESC, proposed_at DESC LIMIT 1`

interface WaveRow
  extends StepRow,
    Pick<WaveFacts, 'minimumForStatus' | 'eligible' | 'invited' | 'delivered' | 'answered'> {
  readonly id: string
  readonly open: number
  /** 1 where the wave is closed and its letters are not yet counted into it. */
  readonly linked: number
  readonly closes_at: number
  readonly sealed_closes_at: number
  readonly questionnaire_id: string
  readonly questionnaire_version: number
}

export interface Reading {
  readonly database: Database
  readonly timeZone: string
  readonly kept: KeptCounts
}

/** The headline item of the half-year's wave, from its tallies: as fast after ten million answers as after ten. */
export function satisfactionFacts(reading: Reading, halfYear: Period): SatisfactionFacts {
  const { database } = reading
  const period = periodKey(halfYear)
  const chosen = database
    .read('SELECT 1 FROM improvement WHERE period = ? AND withdrawn_at IS NULL LIMIT 1')
    .get(period)
  const row = database.read<WaveRow>(waveOf).get(period)
  return { wave: row ? waveFacts(reading, row, period) : null, improvementChosen: chosen !== undefined }
}

function waveFacts({ database, timeZone, kept }: Reading, row: WaveRow, period: PeriodKey): WaveFacts {
  const { id, open, minimumForStatus, eligible, invited, delivered, answered } = row
  const frame = kept(`frame ${id}`, () => waveFrame(database, id))
  const earlier = waveBefore(database, period)
  const { counts, withoutOpinion, cells } = itemTallies(database, { waveId: id, item: HEADLINE, frame })
  return {
    minimumForStatus,
    step: storedStep(row),
    eligible,
    invited,
    delivered: row.linked === 1 ? delivered + deliveredOf(database, id) : delivered,
    answered,
    open: open === 1,
    changedClose: changedClose(database, row, timeZone),
    trendBreak: open === 1 || !earlier ? null : trendBreak(database, HEADLINE, earlier, row),
    counts,
    withoutOpinion,
    cells: open === 1 ? [] : cells,
    margins: frame.margins,
  }
}

const deliveredOf = (database: Database, wave: string): number =>
  database.read<{ delivered: number }>(stillLinked).get(wave)?.delivered ?? 0

function changedClose(database: Database, row: WaveRow, timeZone: string): ChangedClose | null {
  const { id, open, closes_at, sealed_closes_at } = row
  if (open === 1 || closes_at === sealed_closes_at) return null
  const reason = database.read<{ reason: string }>(approved).get(id)?.reason ?? ''
  const kind = closes_at < sealed_closes_at ? 'early' : 'late'
  return { kind, sealedOn: dateAt(sealed_closes_at - 1, timeZone), closedOn: dateAt(closes_at - 1, timeZone), reason }
}
