import type { SurveyLanguage as Row } from '@wayproof/database/generated/client'
import type { ReadQuery } from '@wayproof/database/query/query'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { addAuditEntry } from '@wayproof/journal/audit-log/add-audit-entry'
import type { ActiveLanguage, AddedLanguage, SurveyLanguages } from './ports.ts'
import type { SentenceTree } from './sentence-tree.ts'

/** Languages of the survey that the organization added. */
export function languageStore(database: QueryDatabase): SurveyLanguages {
  return {
    list: async () => {
      const { surveyLanguage } = await database.records()
      return (await surveyLanguage.findMany({ orderBy: { tag: 'asc' } })).map(languageOf)
    },

    ...activeLanguages(database.query),

    get: async (tag) => {
      const { surveyLanguage } = await database.records()
      const row = await surveyLanguage.findUnique({ where: { tag } })
      return row && languageOf(row)
    },

    travelers: async () => {
      const { traveler } = await database.records()
      const groups = await traveler.groupBy({ by: ['locale'], _count: true })
      return new Map(groups.map(({ locale, _count }) => [locale, _count]))
    },

    save: ({ tag, seen: seenRevision }, { name, sentences }, { by, at }) =>
      database.transaction(async ({ records }) => {
        const changed = { changedById: by.id, changedBy: by.name, changedAt: new Date(at) }
        const content = { name, sentences: JSON.stringify(sentences), revision: seenRevision + 1, ...changed }
        if (seenRevision === 0) {
          if (await records.surveyLanguage.findUnique({ where: { tag } })) return false
          await records.surveyLanguage.create({ data: { tag, isActive: false, ...content } })
        } else {
          const { count } = await records.surveyLanguage.updateMany({
            where: { tag, revision: seenRevision },
            data: content,
          })
          if (count === 0) return false
        }
        await addAuditEntry(records, {
          act: 'language-saved',
          at,
          subject: tag,
          details: { revision: seenRevision + 1 },
        })
        return true
      }),

    setActive: ({ tag, seen: seenRevision }, isActive, { by, at }) =>
      database.transaction(async ({ records }) => {
        const changed = { changedById: by.id, changedBy: by.name, changedAt: new Date(at) }
        const { count } = await records.surveyLanguage.updateMany({
          where: { tag, revision: seenRevision, isActive: !isActive },
          data: { isActive, revision: seenRevision + 1, ...changed },
        })
        if (count === 0) return false
        await addAuditEntry(records, {
          ...{ act: isActive ? 'language-activated' : 'language-deactivated', at, subject: tag },
          details: { revision: seenRevision + 1 },
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

const MARKS = 'SELECT tag, revision FROM survey_language WHERE is_active ORDER BY tag'

const LANGUAGES = 'SELECT tag, name, revision, sentences FROM survey_language WHERE is_active ORDER BY tag'

/** Reads the active languages with SQL, because every survey page asks for them and does not load Prisma Client. */
const activeLanguages = (query: ReadQuery): Pick<SurveyLanguages, 'active' | 'activeMarks'> => ({
  activeMarks: () => query.all(MARKS),

  active: async () => {
    const rows = await query.all<Omit<ActiveLanguage, 'sentences'> & { readonly sentences: string }>(LANGUAGES)
    return rows.map(({ sentences, ...row }) => ({ ...row, sentences: JSON.parse(sentences) as SentenceTree }))
  },
})
