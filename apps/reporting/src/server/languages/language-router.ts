import type { Person } from '@wayproof/accounts/accounts/person'
import {
  type AddedLanguage,
  LARGEST_LANGUAGE_FILE,
  type SeenLanguage,
  type SurveyLanguages,
} from '@wayproof/forms/languages/ports'
import type { Id } from '@wayproof/kernel/id'
import { LONGEST_TAG, type SurveyLanguage } from '@wayproof/kernel/people/survey-language'
import { mailTestLetter } from '@wayproof/letters/outbox/mail-test-letter'
import { checkSentences, type SentenceFault } from '@wayproof/messages/added/check-sentences'
import {
  type LanguageFile,
  LONGEST_LANGUAGE_NAME,
  languageTemplate,
  readLanguageFile,
} from '@wayproof/messages/added/language-file'
import { planNextInvitation } from '@wayproof/survey/programme/plan-next-invitation'
import { z } from 'zod'
import type { Services } from '../trpc/context.ts'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { surveyPorts } from '../trpc/ports.ts'
import { officerProcedure, router } from '../trpc/trpc.ts'
import { askLanguage } from './language-act.ts'

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

/** The file to translate; for a language that is here, with its name and sentences. */
async function offerTemplate(languages: SurveyLanguages, input: { readonly tag: string; readonly name: string }) {
  const read = readLanguageFile(JSON.stringify({ ...input, sentences: {} }))
  if (!read.ok) return { outcome: 'unreadable', fault: read.fault } as const
  const saved = await languages.get(read.value.tag)
  return { outcome: 'template', tag: read.value.tag, json: languageTemplate(saved ?? read.value) } as const
}

/** The added languages, each with its completeness and the number of its travelers. */
async function listLanguages(languages: SurveyLanguages) {
  const [added, travelers] = await Promise.all([languages.list(), languages.travelers()])
  return added.map(({ sentences, changed, ...language }) => {
    const { complete, all } = checkSentences(sentences, language.tag)
    return {
      ...{ ...language, complete, all, travelers: travelers.get(language.tag) ?? 0 },
      changed: { by: changed.by.name, at: changed.at },
    }
  })
}

const FAULTS_SHOWN = 100

/** Checks an uploaded file against what is saved. Saves nothing. */
async function checkFile(languages: SurveyLanguages, file: string) {
  const read = readLanguageFile(file)
  if (!read.ok) return { outcome: 'unreadable', fault: read.fault } as const
  const { tag, name } = read.value
  const { all, complete, faults } = checkOfFile(read.value)
  const saved = await languages.get(tag)
  return {
    outcome: 'checked',
    ...{ tag, name, all, complete, faults: faults.slice(0, FAULTS_SHOWN) },
    ...{ moreFaults: Math.max(0, faults.length - FAULTS_SHOWN) },
    ...{ revision: saved?.revision ?? 0, isActive: saved?.isActive ?? false },
  } as const
}

/** Mails an officer the invitation to the next wave in a saved language, active or not. */
async function mailLanguageTest(
  services: Services,
  { tag, to }: { readonly tag: SurveyLanguage; readonly to: { readonly id: Id } },
) {
  const { store, clock, ids, rules } = services
  if (!(await store.languages.get(tag))) return { outcome: 'unknown' } as const
  const wave = await planNextInvitation(surveyPorts(services))
  const { smallestGroup } = await store.survey.rulesInForce(wave.period, rules)
  const letter = { ...wave, kind: 'survey-invitation', locale: tag, smallestGroup, improvements: [], to } as const
  await mailTestLetter({ outbox: store.outbox, clock, ids }, letter)
  return { outcome: 'sent' } as const
}

interface UploadedFile {
  readonly file: string
  readonly seen: number
}

/** Saves a draft at once; another officer approves new sentences of an active language. */
async function saveFile(ctx: Services, actor: Person, { file, seen }: UploadedFile) {
  const { languages } = ctx.store
  const read = readLanguageFile(file)
  if (!read.ok) return { outcome: 'unreadable', fault: read.fault } as const
  const { tag, name, sentences } = read.value
  const isFaulty = checkOfFile(read.value).faults.length > 0
  const language = await languages.get(tag)
  if (language?.isActive) {
    if (isFaulty) return { outcome: 'incomplete' } as const
    if (language.revision !== seen) return { outcome: 'changed' } as const
    unwrap(await askLanguage(ctx, actor, language, { seen, content: { name, sentences } }))
    return { outcome: 'waits' } as const
  }
  const isSaved = await languages.save({ tag, seen }, { name, sentences }, { by: actor, at: ctx.clock.now() })
  return { outcome: isSaved ? 'saved' : 'changed' } as const
}

/** The check of a file; values that are no text are not among its sentences. */
function checkOfFile({ sentences, tag, otherValues }: LanguageFile) {
  const { faults, ...check } = checkSentences(sentences, tag)
  const others = new Set(otherValues)
  const notTexts = otherValues.map((path): SentenceFault => ({ path, code: 'not-text' }))
  return { ...check, faults: [...notTexts, ...faults.filter(({ path }) => !others.has(path))] }
}

/** Asks another officer to activate a complete language, or deactivates one at once. */
async function changeActivity(
  ctx: Services,
  actor: Person,
  { tag, seen, isActive }: SeenLanguage & { readonly isActive: boolean },
) {
  const { languages } = ctx.store
  const language = await languages.get(tag)
  if (!language) return { outcome: 'unknown' } as const
  if (isActive && !isComplete(language)) return { outcome: 'incomplete' } as const
  if (isActive) {
    if (language.revision !== seen || language.isActive) return { outcome: 'changed' } as const
    unwrap(await askLanguage(ctx, actor, language, { seen, content: null }))
    return { outcome: 'waits' } as const
  }
  const isSaved = await languages.setActive({ tag, seen }, false, { by: actor, at: ctx.clock.now() })
  return { outcome: isSaved ? 'saved' : 'changed' } as const
}

/** A saved sentence that no page uses is no fault: an update of the product may have removed it. */
function isComplete({ sentences, tag }: AddedLanguage): boolean {
  const { complete, all } = checkSentences(sentences, tag)
  return complete === all
}
