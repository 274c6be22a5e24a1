import type { ReadQuery } from '@wayproof/database/query/query'
import type { Questionnaire } from '../../questionnaire/questionnaire.ts'

export interface QuestionnaireVersion {
  readonly questionnaire_id: string
  readonly questionnaire_version: number
}

const DEFINITION = 'SELECT definition FROM questionnaire WHERE id = @id AND version = @version'

/** Reads the questionnaire of a wave. */
export async function readQuestionnaire(
  query: ReadQuery,
  { questionnaire_id: id, questionnaire_version: version }: QuestionnaireVersion,
): Promise<Questionnaire> {
  const row = await query.get<{ definition: string }>(DEFINITION, { id, version })
  if (!row) throw new Error(`questionnaire ${id} ${version} of a wave is missing`)
  return JSON.parse(row.definition) as Questionnaire
}
