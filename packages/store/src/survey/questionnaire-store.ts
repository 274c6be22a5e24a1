import type { Questionnaire, SurveyStore } from '@wayproof/survey'
import type { Database } from '../sqlite/database.ts'

export type QuestionnaireStore = Pick<SurveyStore, 'publishQuestionnaire' | 'latestQuestionnaire'>

export function questionnaireStore(database: Database): QuestionnaireStore {
  return {
    publishQuestionnaire: (questionnaire, at) =>
      database.write((sql) => {
        const { id, version } = questionnaire
        const definition = JSON.stringify(questionnaire)
        const known = sql<{ definition: string; published_at: number }>(
          'SELECT definition, published_at FROM questionnaire WHERE id = ? AND version = ?',
        ).get(id, version)
        if (known) return known.definition === definition ? { id, version, publishedAt: known.published_at } : null
        sql('INSERT INTO questionnaire (id, version, definition, published_at) VALUES (?, ?, ?, ?)').run(
          id,
          version,
          definition,
          at,
        )
        return { id, version, publishedAt: at }
      }),
    latestQuestionnaire: async () => {
      const row = database
        .read<{ definition: string }>(
          'SELECT definition FROM questionnaire ORDER BY published_at DESC, version DESC LIMIT 1',
        )
        .get()
      return row ? (JSON.parse(row.definition) as Questionnaire) : null
    },
  }
}
