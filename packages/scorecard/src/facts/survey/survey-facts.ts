import type { ReadQuery } from '@wayproof/database/query/query'
import { readQuestionnaire } from '@wayproof/forms/questionnaires/published/read-questionnaire'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { ItemFacts, LeakSignal, SurveyFacts } from '../../measures/indicator-facts.ts'
import { FINEST_STEP } from '../../publish/published-step.ts'
import { type StepRow, storedStep } from '../../published-step/stored-step.ts'
import { itemTallies } from './item-tallies.ts'
import { type AskedWave, trendBreak, waveBefore } from './wave-before.ts'
import { waveFrame } from './wave-frame.ts'

const SIGNAL = 'signal'
const TRUST = 'trust'

const tallies = `
SELECT item,
  coalesce(sum(count) FILTER (WHERE value NOT IN ('dk', 'na', 'yes', 'no')), 0) AS valid,
  coalesce(sum(count) FILTER (WHERE value = 'dk'), 0) AS dontKnow,
  coalesce(sum(count) FILTER (WHERE value = 'na'), 0) AS notApplicable,
  coalesce(sum(count) FILTER (WHERE value = 'yes'), 0) AS yes,
  coalesce(sum(count) FILTER (WHERE value = 'no'), 0) AS no
FROM tally WHERE wave_id = @waveId GROUP BY item`

const waveOfPeriod =
  'SELECT id, status, published_step, unlinked_at IS NULL AS open, questionnaire_id, questionnaire_version FROM wave WHERE period = @period'

type Row = ItemFacts & { readonly yes: number; readonly no: number }

/** The items of the half-year's wave from its tallies, which are counted at its unlinking; null without a wave. */
export async function surveyFacts(query: ReadQuery, period: PeriodKey): Promise<SurveyFacts | null> {
  const wave = await query.get<AskedWave & StepRow & { readonly open: number }>(waveOfPeriod, { period })
  if (!wave) return null
  if (wave.open === 1)
    return { open: true, step: FINEST_STEP, items: [], signal: null, signalBefore: null, trust: null }
  const rows = await query.all<Row>(tallies, { waveId: wave.id })
  const [frame, questionnaire] = [await waveFrame(query, wave.id), await readQuestionnaire(query, wave)]
  return {
    open: false,
    step: storedStep(wave),
    items: rows.filter(({ item }) => item !== SIGNAL).map(({ yes: _, no: __, ...item }) => item),
    signal: signalOf(rows),
    signalBefore: await signalBefore(query, wave, period),
    trust: rows.some(({ item }) => item === TRUST)
      ? await itemTallies(query, { waveId: wave.id, item: TRUST, frame, questionnaire })
      : null,
  }
}

function signalOf(rows: readonly Row[]): LeakSignal | null {
  const signalRow = rows.find(({ item }) => item === SIGNAL)
  return signalRow ? { yes: signalRow.yes, no: signalRow.no } : null
}

/** The signal of the previous wave, if it asked the same question. */
async function signalBefore(query: ReadQuery, now: AskedWave, period: PeriodKey): Promise<LeakSignal | null> {
  const earlier = await waveBefore(query, period)
  if (!earlier || (await trendBreak(query, SIGNAL, earlier, now))) return null
  return signalOf(await query.all<Row>(tallies, { waveId: earlier.id }))
}
