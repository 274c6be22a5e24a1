import type { ReadQuery } from '@wayproof/database/query/query'
import type { ActiveLanguage, SurveyLanguages } from '../ports.ts'
import type { SentenceTree } from '../sentence-tree.ts'

const MARKS = 'SELECT tag, revision FROM survey_language WHERE is_active ORDER BY tag'

const LANGUAGES = 'SELECT tag, name, revision, sentences FROM survey_language WHERE is_active ORDER BY tag'

/** Reads the active languages with SQL, because every survey page asks for them and does not load Prisma Client. */
export const activeLanguages = (query: ReadQuery): Pick<SurveyLanguages, 'active' | 'activeMarks'> => ({
  activeMarks: () => query.all(MARKS),

  active: async () => {
    const rows = await query.all<Omit<ActiveLanguage, 'sentences'> & { readonly sentences: string }>(LANGUAGES)
    return rows.map(({ sentences, ...row }) => ({ ...row, sentences: JSON.parse(sentences) as SentenceTree }))
  },
})
