import type { AddedLanguage, SentenceTree, SurveyLanguages } from '@wayproof/survey'
import { addAuditEntry } from '../audit-log/add-audit-entry.ts'
import type { RecordDatabase } from '../engine/record-database.ts'
import type { SurveyLanguage as Row } from '../generated/client.ts'

/** Languages of the survey that the organization added. */
export function languageStore(database: RecordDatabase): SurveyLanguages {
  return {
    list: async () => {
      const { surveyLanguage } = await database.records()
      return (await surveyLanguage.findMany({ orderBy: { tag: 'asc' } })).map(languageOf)
    },

    marks: async () => {
      const { surveyLanguage } = await database.records()
      const select = { tag: true, revision: true, isActive: true }
      return surveyLanguage.findMany({ select, orderBy: { tag: 'asc' } })
    },

    get: async (tag) => {
      const { surveyLanguage } = await database.records()
      const found = await surveyLanguage.findUnique({ where: { tag } })
      return found && languageOf(found)
    },

    travelers: async () => {
      const { traveler } = await database.records()
      const found = await traveler.groupBy({ by: ['locale'], _count: true })
      return new Map(found.map(({ locale, _count }) => [locale, _count]))
    },

    save: ({ tag, seen }, { name, sentences }, { by, at }) =>
      database.transaction(async ({ records }) => {
        const changed = { changedById: by.id, changedBy: by.name, changedAt: new Date(at) }
        const content = { name, sentences: JSON.stringify(sentences), revision: seen + 1, ...changed }
        if (seen === 0) {
          if (await records.surveyLanguage.findUnique({ where: { tag } })) return false
          await records.surveyLanguage.create({ data: { tag, isActive: false, ...content } })
        } else {
          const { count } = await records.surveyLanguage.updateMany({ where: { tag, revision: seen }, data: content })
          if (count === 0) return false
        }
        await addAuditEntry(records, { act: 'language-saved', at, subject: tag, details: { revision: seen + 1 } })
        return true
      }),

    setActive: ({ tag, seen }, isActive, { by, at }) =>
      database.transaction(async ({ records }) => {
        const changed = { changedById: by.id, changedBy: by.name, changedAt: new Date(at) }
        const { count } = await records.surveyLanguage.updateMany({
          where: { tag, revision: seen, isActive: !isActive },
          data: { isActive, revision: seen + 1, ...changed },
        })
        if (count === 0) return false
        await addAuditEntry(records, {
          ...{ act: isActive ? 'language-activated' : 'language-deactivated', at, subject: tag },
          details: { revision: seen + 1 },
        })
        return true
      }),
  }
}

const languageOf = ({ sentences, changedById, changedBy, changedAt, ...row }: Row): AddedLanguage => ({
  ...row,
  sentences: JSON.parse(sentences) as SentenceTree,
  changed: { by: { id: changedById, name: changedBy }, at: changedAt.getTime() },
})
