import type { RecordDatabase } from '@wayproof/database/record-database'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import type { Margin } from '../sampling/categories.ts'
import type { Checklist } from './checklist.ts'
import type { SealedPlan } from './sealed-plan.ts'

/** Null if there is no wave. */
export async function sealedPlan(database: RecordDatabase, period: string): Promise<SealedPlan | null> {
  const { frameMargin, questionnaire, wave } = await database.records()
  const waveRow = await wave.findUnique({ where: { period }, include: { _count: { select: { cells: true } } } })
  if (!waveRow) return null
  const { id: waveId, questionnaireId: id, questionnaireVersion: version } = waveRow
  const questionnaireRow = await questionnaire.findUniqueOrThrow({ where: { id_version: { id, version } } })
  const margins = await frameMargin.groupBy({
    by: ['margin'],
    where: { waveId },
    _count: true,
    orderBy: { margin: 'asc' },
  })
  return {
    smallestGroup: waveRow.smallestGroup,
    noticeVersion: (JSON.parse(waveRow.checklist) as Partial<Checklist>).noticeVersion ?? null,
    cells: waveRow._count.cells,
    dominatedCells: waveRow.dominatedCells,
    margins: margins.map(({ margin, _count }) => ({ margin: margin as Margin, categories: _count })),
    questionnaire: JSON.parse(questionnaireRow.definition) as Questionnaire,
  }
}
