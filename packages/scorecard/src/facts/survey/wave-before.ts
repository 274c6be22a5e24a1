import type { ReadQuery } from '@wayproof/database/query/query'
import { brokenTrends } from '@wayproof/forms/questionnaire/broken-trends'
import {
  type QuestionnaireVersion,
  readQuestionnaire,
} from '@wayproof/forms/questionnaires/published/read-questionnaire'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { TrendBreak } from '../../facts.ts'

export interface AskedWave extends QuestionnaireVersion {
  readonly id: string
}

// Half-years only, because a replay also has years.
const before = `
SELECT id, questionnaire_id, questionnaire_version FROM wave
WHERE period < @period AND period LIKE '____-H_' AND unlinked_at IS NOT NULL ORDER BY period DESC LIMIT 1`

/** The last unlinked wave before that of a half-year; null if there is none. */
export const waveBefore = async (query: ReadQuery, period: PeriodKey): Promise<AskedWave | null> =>
  (await query.get<AskedWave>(before, { period })) ?? null

/** The reason why an item of two waves cannot be compared; null if it can. */
export async function trendBreak(
  query: ReadQuery,
  item: string,
  earlier: QuestionnaireVersion,
  now: QuestionnaireVersion,
): Promise<TrendBreak | null> {
  if (isSame(earlier, now)) return null
  const [before, after] = [await readQuestionnaire(query, earlier), await readQuestionnaire(query, now)]
  return brokenTrends(before, after).find(({ id }) => id === item)?.because ?? null
}

const isSame = (one: QuestionnaireVersion, other: QuestionnaireVersion): boolean =>
  one.questionnaire_id === other.questionnaire_id && one.questionnaire_version === other.questionnaire_version
