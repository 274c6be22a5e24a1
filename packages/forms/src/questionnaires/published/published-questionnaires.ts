import type { ReadQuery } from '@wayproof/database/query/query'
import type { Questionnaire } from '../../questionnaire/questionnaire.ts'
import { type QuestionnaireVersion, readQuestionnaire } from './read-questionnaire.ts'

export type QuestionnaireOf = (query: ReadQuery, version: QuestionnaireVersion) => Promise<Questionnaire>

/** Finds the questionnaire of a wave. A published version never changes, so each is read once. */
export function publishedQuestionnaires(): QuestionnaireOf {
  const questionnaires = new Map<string, Questionnaire>()
  return async (query, version) => {
    const key = `${version.questionnaire_id} ${version.questionnaire_version}`
    const questionnaire = questionnaires.get(key) ?? (await readQuestionnaire(query, version))
    questionnaires.set(key, questionnaire)
    return questionnaire
  }
}
