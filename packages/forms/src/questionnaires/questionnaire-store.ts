import type { Prisma } from '@wayproof/database/generated/client'
import type { RecordDatabase } from '@wayproof/database/record-database'
import { addAuditEntry } from '@wayproof/journal/audit-log/add-audit-entry'
import type { QuestionnaireStore } from '../questionnaire/ports.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'

export function questionnaireStore(database: RecordDatabase): QuestionnaireStore {
  return {
    async publishQuestionnaire(questionnaire, at) {
      const { id, version } = questionnaire
      const definition = JSON.stringify(questionnaire)
      const published = async (records: Prisma.TransactionClient) => {
        const row = await records.questionnaire.findUnique({ where: { id_version: { id, version } } })
        const isSame = row?.definition === definition
        return row && { outcome: isSame ? { id, version, publishedAt: row.publishedAt.getTime() } : null }
      }
      // Each start publishes the same version, and must not wait for a writer.
      const before = await published(await database.records())
      if (before) return before.outcome
      return database.transaction(async ({ records }) => {
        const existing = await published(records)
        if (existing) return existing.outcome
        await records.questionnaire.create({ data: { id, version, definition, publishedAt: new Date(at) } })
        await addAuditEntry(records, { act: 'questionnaire-published', at, subject: id, details: { version } })
        return { id, version, publishedAt: at }
      })
    },
    draftWording: async (draftId) => {
      const { questionnaireDraft } = await database.records()
      const draft = await questionnaireDraft.findFirst({ where: { id: draftId, state: { not: 'published' } } })
      return draft && (JSON.parse(draft.definition) as Questionnaire)
    },
    latestQuestionnaire: async () => {
      const { questionnaire } = await database.records()
      const latest = await questionnaire.findFirst({ orderBy: [{ publishedAt: 'desc' }, { version: 'desc' }] })
      return latest && (JSON.parse(latest.definition) as Questionnaire)
    },
  }
}
