import type { Questionnaire, SurveyStore } from '@wayproof/survey'
import type { Database } from '../engine/database.ts'

export type QuestionnaireStore = Pick<SurveyStore, 'publishQuestionnaire' | 'latestQuestionnaire'>

interface KnownRow {
  readonly definition: string
  readonly published_at: number
}

export function questionnaireStore(database: Database): QuestionnaireStore {
  return {
    async publishQuestionnaire(questionnaire, at) {
      const { id, version } = questionnaire
      const definition = JSON.stringify(questionnaire)
      const known = 'SELECT definition, published_at FROM questionnaire WHERE id = ? AND version = ?'
      const asKnown = (found: KnownRow) =>
        found.definition === definition ? { id, version, publishedAt: found.published_at } : null
      // A look first: every start publishes the same version, and must not wait for whoever writes.
      const before = database.read<KnownRow>(known).get(id, version)
      if (before) return asKnown(before)
      return database.write((sql) => {
        const found = sql<KnownRow>(known).get(id, version)
        if (found) return asKnown(found)
        sql('INSERT INTO questionnaire (id, version, definition, published_at) VALUES (?, ?, ?, ?)').run(
          id,
          version,
          definition,
          at,
        )
        return { id, version, publishedAt: at }
      })
    },
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
