import type { ReadQuery } from '@wayproof/database/query/query'
import { type AnswerShare, answerShares } from '@wayproof/forms/questionnaire/answer-shares'
import { brokenTrends } from '@wayproof/forms/questionnaire/broken-trends'
import {
  type QuestionnaireVersion,
  readQuestionnaire,
} from '@wayproof/forms/questionnaires/published/read-questionnaire'
import { type Period, periodKey } from '@wayproof/kernel/calendar/period'
import type { ItemCounts } from '@wayproof/survey/disclosure/commented-shares'
import type { Margin } from '../../breakdown/margin.ts'
import type { BreakdownFacts, RatedItem } from '../../facts.ts'

interface WaveRow extends QuestionnaireVersion {
  readonly id: string
  readonly status: BreakdownFacts['standing']
  readonly smallest_group: number
  readonly minimum_for_status: number
}

const waveOf = `
SELECT id, status, smallest_group, minimum_for_status, questionnaire_id, questionnaire_version FROM wave WHERE period = @period`

// The previous wave, among half-years only, because a replay also has years.
const before = `
SELECT questionnaire_id, questionnaire_version FROM wave
WHERE period < @period AND period LIKE '____-H_' AND unlinked_at IS NOT NULL ORDER BY period DESC LIMIT 1`

const cellsOf = `
SELECT id, trip_type AS tripType, channel, region, language, invited_count AS invited FROM cell WHERE wave_id = @waveId
ORDER BY trip_type, channel, region, language`

const talliesOf = `
SELECT cell_id, item, value, count FROM tally WHERE wave_id = @waveId`

/** The tallies of a wave by cell and published share. Their number does not grow with the answers. */
export async function breakdownFacts(query: ReadQuery, halfYear: Period): Promise<BreakdownFacts | null> {
  const period = periodKey(halfYear)
  const wave = await query.get<WaveRow>(waveOf, { period })
  if (!wave) return null
  const questionnaire = await readQuestionnaire(query, wave)
  const earlier = await query.get<QuestionnaireVersion>(before, { period })
  const broken = earlier ? brokenTrends(await readQuestionnaire(query, earlier), questionnaire) : []
  const shares = answerShares(questionnaire)
  return {
    standing: wave.status,
    smallestGroup: wave.smallest_group,
    minimum: wave.minimum_for_status,
    items: shares.map(({ id, kind, text, stem, item }): RatedItem => {
      return { id, kind, text, stem, broken: broken.find((each) => each.id === item)?.because ?? null }
    }),
    // After unlinking no counter decreases, so nobody can see one answer disappear by reading twice.
    cells: wave.status === 'unlinked' ? await countedCells(query, wave.id, shares) : [],
  }
}

async function countedCells(query: ReadQuery, waveId: string, shares: readonly AnswerShare[]) {
  const sharesOf = Map.groupBy(shares, ({ item }) => item)
  const tallies = Map.groupBy(
    await query.all<{ cell_id: string; item: string; value: string; count: number }>(talliesOf, { waveId }),
    ({ cell_id }) => cell_id,
  )
  const cells = await query.all<Record<Margin | 'id', string> & { readonly invited: number }>(cellsOf, { waveId })
  return cells.map(({ id, ...categories }) => {
    const counts: Record<string, ItemCounts> = {}
    for (const { item, value, count } of tallies.get(id) ?? []) {
      for (const share of sharesOf.get(item) ?? []) {
        const countedAs = share.countedAs.get(value)
        if (countedAs === undefined) continue
        const { opinions, topTwo, withoutOpinion } = counts[share.id] ?? NOBODY
        counts[share.id] = {
          opinions: opinions + (countedAs === 'without-opinion' ? 0 : count),
          topTwo: topTwo + (countedAs === 'in' ? count : 0),
          withoutOpinion: withoutOpinion + (countedAs === 'without-opinion' ? count : 0),
        }
      }
    }
    return { ...categories, counts }
  })
}

const NOBODY: ItemCounts = { opinions: 0, topTwo: 0, withoutOpinion: 0 }
