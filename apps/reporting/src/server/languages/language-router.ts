import { LONGEST_TAG } from '@wayproof/kernel'
import {
  checkSentences,
  type LanguageFile,
  LONGEST_LANGUAGE_NAME,
  languageTemplate,
  readLanguageFile,
  type SentenceFault,
} from '@wayproof/messages/added'
import { type AddedLanguage, LARGEST_LANGUAGE_FILE, type SurveyLanguages } from '@wayproof/survey'
import { z } from 'zod'
import { officerProcedure, router } from '../trpc/trpc.ts'

/** One more character than a file may have, so that the core says that it is too large. */
const file = z.string().max(LARGEST_LANGUAGE_FILE + 1)
const seen = z.int().min(0).max(1_000_000)

const FAULTS_SHOWN = 100

/** Languages of the survey that officers add. A refusal is an answer, so that the page keeps the file. */
export const languageRouter = router({
  list: officerProcedure.query(async ({ ctx }) => {
    const { languages } = ctx.store
    const [added, travelers] = await Promise.all([languages.list(), languages.travelers()])
    return added.map(({ sentences, changed, ...language }) => {
      const { complete, all } = checkSentences(sentences, language.tag)
      return {
        ...{ ...language, complete, all, travelers: travelers.get(language.tag) ?? 0 },
        changed: { by: changed.by.name, at: changed.at },
      }
    })
  }),

  /** The file to translate, with the sentences that the language has already. */
  template: officerProcedure
    .input(z.strictObject({ tag: z.string().max(LONGEST_TAG), name: z.string().max(LONGEST_LANGUAGE_NAME) }))
    .query(async ({ ctx, input }) => {
      const read = readLanguageFile(JSON.stringify({ ...input, sentences: {} }))
      if (!read.ok) return { outcome: 'unreadable', fault: read.fault } as const
      const saved = await ctx.store.languages.get(read.value.tag)
      return { outcome: 'template', tag: read.value.tag, json: languageTemplate(saved ?? read.value) } as const
    }),

  check: officerProcedure.input(z.strictObject({ file })).mutation(async ({ ctx, input }) => {
    const read = readLanguageFile(input.file)
    if (!read.ok) return { outcome: 'unreadable', fault: read.fault } as const
    const { tag, name } = read.value
    const { all, complete, faults } = checkedFile(read.value)
    const saved = await ctx.store.languages.get(tag)
    return {
      outcome: 'checked',
      ...{ tag, name, all, complete, faults: faults.slice(0, FAULTS_SHOWN) },
      ...{ moreFaults: Math.max(0, faults.length - FAULTS_SHOWN) },
      ...{ revision: saved?.revision ?? 0, isActive: saved?.isActive ?? false },
    } as const
  }),

  /** Sentences with faults are saved as a draft; they replace those of an active language only without faults. */
  save: officerProcedure.input(z.strictObject({ file, seen })).mutation(async ({ ctx, input }) => {
    const read = readLanguageFile(input.file)
    if (!read.ok) return { outcome: 'unreadable', fault: read.fault } as const
    const { tag, name, sentences } = read.value
    const { languages } = ctx.store
    if (checkedFile(read.value).faults.length > 0 && (await isActive(languages, tag)))
      return { outcome: 'incomplete' } as const
    const act = { by: ctx.user, at: ctx.clock.now() }
    const isSaved = await languages.save({ tag, seen: input.seen }, { name, sentences }, act)
    return { outcome: isSaved ? 'saved' : 'changed' } as const
  }),

  setActive: officerProcedure
    .input(z.strictObject({ tag: z.string().max(LONGEST_TAG), seen, isActive: z.boolean() }))
    .mutation(async ({ ctx, input: { tag, seen: revision, isActive: isToBeActive } }) => {
      const { languages } = ctx.store
      const found = await languages.get(tag)
      if (!found) return { outcome: 'unknown' } as const
      if (isToBeActive && !isComplete(found)) return { outcome: 'incomplete' } as const
      const act = { by: ctx.user, at: ctx.clock.now() }
      const isSaved = await languages.setActive({ tag, seen: revision }, isToBeActive, act)
      return { outcome: isSaved ? 'saved' : 'changed' } as const
    }),
})

const isComplete = ({ sentences, tag }: AddedLanguage) => checkSentences(sentences, tag).faults.length === 0

const isActive = async (languages: SurveyLanguages, tag: string) => (await languages.get(tag))?.isActive === true

/** The check of a file; values that are no text are not among its sentences. */
function checkedFile({ sentences, tag, otherValues }: LanguageFile) {
  const { faults, ...check } = checkSentences(sentences, tag)
  const others = new Set(otherValues)
  const notTexts = otherValues.map((path): SentenceFault => ({ path, code: 'not-text' }))
  return { ...check, faults: [...notTexts, ...faults.filter(({ path }) => !others.has(path))] }
}
