import { LARGEST_LANGUAGE_FILE } from '@wayproof/forms/languages/ports'
import { LONGEST_TAG } from '@wayproof/kernel/people/survey-language'
import { LONGEST_LANGUAGE_NAME } from '@wayproof/messages/added/language-file'
import { z } from 'zod'
import { officerProcedure, router } from '../trpc/trpc.ts'
import { changeActivity } from './change-activity.ts'
import { checkFile } from './check-file.ts'
import { listLanguages } from './list-languages.ts'
import { mailLanguageTest } from './mail-language-test.ts'
import { offerTemplate } from './offer-template.ts'
import { saveFile } from './save-file.ts'

/** One more character than a file may have, so that the core says that it is too large. */
const file = z.string().max(LARGEST_LANGUAGE_FILE + 1)
const revision = z.int().min(0).max(1_000_000)
const tag = z.string().max(LONGEST_TAG)

/** Languages of the survey that officers add. A refusal is an answer, so that the page keeps the file. */
export const languageRouter = router({
  list: officerProcedure.query(({ ctx }) => listLanguages(ctx.store.languages)),

  /** The file to translate, with the sentences that the language has already. */
  template: officerProcedure
    .input(z.strictObject({ tag, name: z.string().max(LONGEST_LANGUAGE_NAME) }))
    .query(({ ctx, input }) => offerTemplate(ctx.store.languages, input)),

  check: officerProcedure
    .input(z.strictObject({ file }))
    .mutation(({ ctx, input }) => checkFile(ctx.store.languages, input.file)),

  /** Sentences with faults are saved as a draft. Sentences of an active language need another officer, and no faults. */
  save: officerProcedure
    .input(z.strictObject({ file, seen: revision }))
    .mutation(({ ctx, input }) => saveFile(ctx, ctx.user, input)),

  /** Mails the officer an invitation in a saved language, so that it can be read before travelers get it. */
  testLetter: officerProcedure
    .input(z.strictObject({ tag }))
    .mutation(({ ctx, input }) => mailLanguageTest(ctx, { ...input, to: ctx.user })),

  setActive: officerProcedure
    .input(z.strictObject({ tag, seen: revision, isActive: z.boolean() }))
    .mutation(({ ctx, input }) => changeActivity(ctx, ctx.user, input)),
})
