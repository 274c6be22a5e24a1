import type { QuestionnaireStore } from '@wayproof/forms/questionnaire/ports'
import type { SurveyMemory } from './survey-memory.ts'

export function memoryQuestionnaireStore({ questionnaires, questionnaireDrafts }: SurveyMemory): QuestionnaireStore {
  return {
    publishQuestionnaire: async (questionnaire, publishedAt) => {
      const { id, version } = questionnaire
      const known = questionnaires.find(
        (each) => each.questionnaire.id === id && each.questionnaire.version === version,
      )
      if (!known) {
        questionnaires.push({ questionnaire: structuredClone(questionnaire), publishedAt })
        return { id, version, publishedAt }
      }
      const isSame = JSON.stringify(known.questionnaire) === JSON.stringify(questionnaire)
      return isSame ? { id, version, publishedAt: known.publishedAt } : null
    },
    draftWording: async (draftId) => questionnaireDrafts.get(draftId) ?? null,
    latestQuestionnaire: async () =>
      questionnaires.toSorted(
        (a, b) => b.publishedAt - a.publishedAt || b.questionnaire.version - a.questionnaire.version,
      )[0]?.questionnaire ?? null,
  }
}
