import type { Questionnaire } from '@wayproof/survey'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'

export interface QuestionnaireVersion {
  readonly questionnaire_id: string
  readonly questionnaire_version: number
}

export type QuestionnaireOf = (version: QuestionnaireVersion) => Questionnaire

/** Finds the questionnaire of a wave. A published version never changes, so each is read once. */
export function publishedQuestionnaires(database: SqliteDatabase): QuestionnaireOf {
  const questionnaires = new Map<string, Questionnaire>()
  return ({ questionnaire_id: id, questionnaire_version: version }) => {
    const known = questionnaires.get(`${id} ${version}`)
    if (known) return known
    const row = database
      .read<{ definition: string }>('SELECT definition FROM questionnaire WHERE id = ? AND version = ?')
      .get(id, version)
    if (!row) throw new Error(`questionnaire ${id} ${version} of a wave is missing`)
    const questionnaire = JSON.parse(row.definition) as Questionnaire
    questionnaires.set(`${id} ${version}`, questionnaire)
    return questionnaire
  }
}
