import type { Checklist, Margin, SealedPlan } from '@wayproof/survey'
import type { QueryDatabase } from '../engine/query/query-database.ts'
import { type QuestionnaireVersion, readQuestionnaire } from '../questionnaires/read-questionnaire.ts'

interface PlanRow extends QuestionnaireVersion {
  readonly id: string
  readonly smallest_group: number
  readonly checklist: string
  readonly cells: number
}

const planOf = `SELECT id, questionnaire_id, questionnaire_version, smallest_group, checklist,
  (SELECT COUNT(*) FROM cell WHERE cell.wave_id = wave.id) AS cells FROM wave WHERE period = @period`

const marginsOf = `SELECT margin, COUNT(*) AS categories FROM frame_margin WHERE wave_id = @waveId
  GROUP BY margin ORDER BY margin`

/** Null if there is no wave. */
export async function sealedPlan({ query }: QueryDatabase, period: string): Promise<SealedPlan | null> {
  const row = await query.get<PlanRow>(planOf, { period })
  if (!row) return null
  return {
    smallestGroup: row.smallest_group,
    noticeVersion: (JSON.parse(row.checklist) as Partial<Checklist>).noticeVersion ?? null,
    cells: row.cells,
    margins: await query.all<{ margin: Margin; categories: number }>(marginsOf, { waveId: row.id }),
    questionnaire: await readQuestionnaire(query, row),
  }
}
