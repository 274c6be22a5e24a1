import type { PeriodKey } from '@wayproof/kernel'
import type { TrendBreak } from '@wayproof/scorecard'
import { brokenTrends } from '@wayproof/survey'
import type { Database } from '../../engine/database.ts'
import { publishedQuestionnaires, type QuestionnaireVersion } from '../../questionnaires/published-questionnaires.ts'

export interface AskedWave extends QuestionnaireVersion {
  readonly id: string
}

// Half-years only; a replay's years stand apart.
const before = `
SELECT id, questionnaire_id, questionnaire_version FROM wave
WHERE period < ? AND period LIKE '____-H_' AND unlinked_at IS NOT NULL ORDER BY period DESC LIMIT 1`

/** The last unlinked wave before that of a half-year; null without. */
export const waveBefore = (database: Database, period: PeriodKey): AskedWave | null =>
  database.read<AskedWave>(before).get(period) ?? null

/** Why an item of two waves cannot be compared; null where it can. */
export function trendBreak(
  database: Database,
  item: string,
  earlier: QuestionnaireVersion,
  now: QuestionnaireVersion,
): TrendBreak | null {
  if (isSame(earlier, now)) return null
  const published = publishedQuestionnaires(database)
  return brokenTrends(published(earlier), published(now)).find(({ id }) => id === item)?.because ?? null
}

const isSame = (one: QuestionnaireVersion, other: QuestionnaireVersion): boolean =>
  one.questionnaire_id === other.questionnaire_id && one.questionnaire_version === other.questionnaire_version
