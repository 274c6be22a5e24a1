import type { Checklist, Margin, SealedPlan } from '@wayproof/survey'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'
import { publishedQuestionnaires, type QuestionnaireVersion } from '../questionnaires/published-questionnaires.ts'

interface PlanRow extends QuestionnaireVersion {
  readonly id: string
  readonly smallest_group: number
  readonly checklist: string
  readonly cells: number
}

const planOf = `SELECT id, questionnaire_id, questionnaire_version, smallest_group, checklist,
  (SELECT COUNT(*) FROM cell WHERE cell.wave_id = wave.id) AS cells FROM wave WHERE period = ?`

const marginsOf = `SELECT margin, COUNT(*) AS categories FROM frame_margin WHERE wave_id = ?
  GROUP BY margin ORDER BY margin`

/** Null where there is no wave. */
export function sealedPlan(database: SqliteDatabase, period: string): SealedPlan | null {
  const row = database.read<PlanRow>(planOf).get(period)
  if (!row) return null
  return {
    smallestGroup: row.smallest_group,
    noticeVersion: (JSON.parse(row.checklist) as Partial<Checklist>).noticeVersion ?? null,
    cells: row.cells,
    margins: database.read<{ margin: Margin; categories: number }>(marginsOf).all(row.id),
    questionnaire: publishedQuestionnaires(database)(row),
  }
}
