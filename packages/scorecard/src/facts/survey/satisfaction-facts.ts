import type { ReadQuery } from '@wayproof/database/query/query'
import { readQuestionnaire } from '@wayproof/forms/questionnaires/published/read-questionnaire'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { type Period, type PeriodKey, periodKey } from '@wayproof/kernel/calendar/period'
import { answeredCount } from '@wayproof/survey/answers/add-up-counters'
import { deliveredCount } from '@wayproof/survey/waves/counts/delivered-count'
import type { ChangedClose, SatisfactionFacts, WaveFacts } from '../../facts.ts'
import { type StepRow, storedStep } from '../../published-step/stored-step.ts'
import type { CachedCounts } from '../cached-counts.ts'
import { itemTallies } from './item-tallies.ts'
import { trendBreak, waveBefore } from './wave-before.ts'
import { waveFrame } from './wave-frame.ts'

const HEADLINE = 'overall'

// The tallies of a wave are counted at its unlinking, so nobody sees a result grow. Before the close, its letters and
// answers are those counted at the last full hour.
const waveOf = `
SELECT w.id, w.status, w.published_step, w.unlinked_at IS NULL AS open, closes_at, sealed_closes_at, questionnaire_id, questionnaire_version, minimum_for_status AS minimumForStatus,
  frame_count AS eligible, invited_count AS invited,
  CASE w.status WHEN 'open' THEN NULLIF(c.answered, 0) ELSE ${answeredCount('w')} END AS answered,
  CASE w.status WHEN 'open' THEN coalesce(c.delivered, 0) ELSE w.delivered_count END AS delivered,
  w.status <> 'open' AND w.unlinked_at IS NULL AS linked
FROM wave w LEFT JOIN open_wave_count c ON c.wave_id = w.id WHERE period = @period`

const stillLinked = `SELECT ${deliveredCount('w')} AS delivered FROM wave w WHERE w.id = @id`

const anyImprovement = 'SELECT 1 AS one FROM improvement WHERE period = @period AND withdrawn_at IS NULL LIMIT 1'

const approved = `
SELECT reason FROM close_change WHERE wave_id = @id AND decision = 'approved' ORDER BY decided_at DESC, proposed_at DESC LIMIT 1`

interface WaveRow
  extends StepRow,
    Pick<WaveFacts, 'minimumForStatus' | 'eligible' | 'invited' | 'delivered' | 'answered'> {
  readonly id: string
  readonly open: number
  /** 1 if the wave is closed and its letters are not yet counted into it. */
  readonly linked: number
  readonly closes_at: number
  readonly sealed_closes_at: number
  readonly questionnaire_id: string
  readonly questionnaire_version: number
}

export interface Reading {
  readonly query: ReadQuery
  readonly timeZone: string
  readonly cached: CachedCounts
}

/** The headline item of the half-year's wave, from its tallies, whose number does not grow with the answers. */
export async function satisfactionFacts(reading: Reading, halfYear: Period): Promise<SatisfactionFacts> {
  const { query } = reading
  const period = periodKey(halfYear)
  const [chosen, row] = await Promise.all([
    query.get(anyImprovement, { period }),
    query.get<WaveRow>(waveOf, { period }),
  ])
  return { wave: row ? await waveFacts(reading, row, period) : null, improvementChosen: chosen !== undefined }
}

async function waveFacts({ query, timeZone, cached }: Reading, row: WaveRow, period: PeriodKey): Promise<WaveFacts> {
  const { id, open, minimumForStatus, eligible, invited, delivered, answered } = row
  const frame = await cached(`frame ${id}`, () => waveFrame(query, id))
  const questionnaire = await cached(`questionnaire ${row.questionnaire_id} ${row.questionnaire_version}`, () =>
    readQuestionnaire(query, row),
  )
  const [{ rated, withoutOpinion, cells, margins }, late, changed, broken] = await Promise.all([
    itemTallies(query, { waveId: id, item: HEADLINE, frame, questionnaire }),
    row.linked === 1 ? deliveredOf(query, id) : 0,
    changedClose(query, row, timeZone),
    open === 1 ? null : brokenSince(query, period, row),
  ])
  return {
    minimumForStatus,
    step: storedStep(row),
    eligible,
    invited,
    delivered: delivered + late,
    answered,
    open: open === 1,
    changedClose: changed,
    trendBreak: broken,
    rated,
    withoutOpinion,
    cells: open === 1 ? [] : cells,
    margins,
  }
}

async function brokenSince(query: ReadQuery, period: PeriodKey, row: WaveRow): Promise<WaveFacts['trendBreak']> {
  const earlier = await waveBefore(query, period)
  return earlier && trendBreak(query, HEADLINE, earlier, row)
}

const deliveredOf = async (query: ReadQuery, id: string): Promise<number> =>
  (await query.get<{ delivered: number }>(stillLinked, { id }))?.delivered ?? 0

async function changedClose(query: ReadQuery, row: WaveRow, timeZone: string): Promise<ChangedClose | null> {
  const { id, open, closes_at, sealed_closes_at } = row
  if (open === 1 || closes_at === sealed_closes_at) return null
  const reason = (await query.get<{ reason: string }>(approved, { id }))?.reason ?? ''
  const kind = closes_at < sealed_closes_at ? 'early' : 'late'
  return { kind, sealedOn: dateAt(sealed_closes_at - 1, timeZone), closedOn: dateAt(closes_at - 1, timeZone), reason }
}
