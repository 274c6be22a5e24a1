import { surveyTags } from '@wayproof/forms/languages/read-active-tags'
import { type BrokenTrend, brokenTrends } from '@wayproof/forms/questionnaire/broken-trends'
import { deleteDraft } from '@wayproof/forms/questionnaire-draft/delete-draft'
import type {
  DraftAct,
  QuestionnaireDraft,
  QuestionnaireVersion,
} from '@wayproof/forms/questionnaire-draft/questionnaire-draft'
import { LONGEST_DEFINITION, readDefinition } from '@wayproof/forms/questionnaire-draft/read-definition'
import { restoreVersion } from '@wayproof/forms/questionnaire-draft/restore-version'
import { saveDraft } from '@wayproof/forms/questionnaire-draft/save-draft'
import { startDraft } from '@wayproof/forms/questionnaire-draft/start-draft'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import { mailTestLetter } from '@wayproof/letters/outbox/mail-test-letter'
import { planDraftTest } from '@wayproof/survey/questionnaire-test/plan-draft-test'
import { z } from 'zod'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { text } from '../trpc/input.ts'
import { surveyPorts } from '../trpc/ports.ts'
import { officerProcedure, readerProcedure, router } from '../trpc/trpc.ts'
import { askPublication, draftApproval, draftPorts } from './questionnaire-act.ts'

/** More than any survey has. */
const MOST_LANGUAGES = 20

const seenDraft = z.strictObject({ id: text(64), seen: z.int().min(1) })
const version = z.int().min(1).max(1_000_000)

/** The JSON form; the core says what is wrong with it. */
const savedDraft = seenDraft.extend({ definition: z.string().max(2 * LONGEST_DEFINITION) })

/** Languages of the test letters; a letter for each. */
const draftTest = z.strictObject({ id: text(64), languages: z.array(text(35)).min(1).max(MOST_LANGUAGES) })

/** Versions of the questionnaire and the draft of the next one. */
export const questionnaireRouter = router({
  /** Versions newest first, each with the trends that it broke. Null if none was published. */
  versions: readerProcedure.query(async ({ ctx }) => {
    const latest = await ctx.store.survey.latestQuestionnaire()
    if (!latest) return null
    return { id: latest.id, versions: shownVersions(await ctx.store.questionnaireDrafts.versions(latest.id)) }
  }),

  /** The JSON form of a published version. */
  definition: readerProcedure.input(z.strictObject({ version })).query(async ({ ctx, input }) => {
    const latest = await ctx.store.survey.latestQuestionnaire()
    const versions = latest ? await ctx.store.questionnaireDrafts.versions(latest.id) : []
    const publishedVersion = versions.find((each) => each.version === input.version)
    return publishedVersion ? JSON.stringify(publishedVersion.questionnaire) : null
  }),

  /** Added languages of the survey, also those not in use. */
  languages: readerProcedure.query(async ({ ctx }) =>
    (await ctx.store.languages.list()).map(({ tag, name, isActive }) => ({ tag, name, isActive })),
  ),

  /** Null if no draft is open. */
  draft: officerProcedure.query(async ({ ctx }) => {
    const latest = await ctx.store.survey.latestQuestionnaire()
    const draft = latest && (await ctx.store.questionnaireDrafts.openDraft(latest.id))
    return draft && draftView(draft, ctx.user)
  }),

  /** Starts a draft with the wording of a version; null: the latest one. */
  start: officerProcedure.input(z.strictObject({ from: version.nullable() })).mutation(async ({ ctx, input }) => {
    return draftView(unwrap(await startDraft(draftPorts(ctx), { ...input, by: ctx.user })), ctx.user)
  }),

  /**
   * Saves the typed or imported wording. A refusal is an answer, not an error: the page shows the wording of the other
   * officer, or the places that are wrong, and keeps what was typed.
   */
  save: officerProcedure.input(savedDraft).mutation(async ({ ctx, input }) => {
    const latest = await ctx.store.survey.latestQuestionnaire()
    const read = readDefinition(input.definition, latest?.id ?? '')
    if (!read.ok) return { outcome: 'unreadable', fault: read.fault } as const
    const saved = await saveDraft(draftPorts(ctx), { ...input, questionnaire: read.value, by: ctx.user })
    if (saved.ok) return { outcome: 'saved', draft: draftView(saved.value, ctx.user) } as const
    if (saved.fault.code === 'draft-changed')
      return { outcome: 'changed', draft: draftView(saved.fault.draft, ctx.user) } as const
    return unwrap<never>(saved)
  }),

  /** Puts the wording of a published version into the open draft. */
  restore: officerProcedure.input(seenDraft.extend({ from: version })).mutation(async ({ ctx, input }) => {
    return draftView(unwrap(await restoreVersion(draftPorts(ctx), { ...input, by: ctx.user })), ctx.user)
  }),

  /** Mails the caller an invitation of the draft in each language; its button shows the draft and saves nothing. */
  testLetter: officerProcedure.input(draftTest).mutation(async ({ ctx, input }) => {
    const { user, store, clock, ids, rules } = ctx
    const test = unwrap(await planDraftTest(surveyPorts(ctx), input))
    const { smallestGroup } = await store.survey.rulesInForce(test.period, rules)
    const letter = { ...test, kind: 'survey-invitation', smallestGroup, improvements: [], to: user } as const
    const sent = (await surveyTags(store.languages)).filter((tag) => input.languages.includes(tag))
    for (const locale of sent) await mailTestLetter({ outbox: store.outbox, clock, ids }, { ...letter, locale })
    return { sent }
  }),

  propose: officerProcedure
    .input(seenDraft)
    .mutation(async ({ ctx, input }) => unwrap(await askPublication(ctx, ctx.user, input))),

  discard: officerProcedure.input(seenDraft).mutation(async ({ ctx, input }) => {
    return unwrap(await deleteDraft(draftPorts(ctx), input))
  }),
})

interface ShownDraftAct {
  readonly by: string
  readonly isMine: boolean
  readonly at: Instant
}

interface ShownDraft {
  readonly id: Id
  readonly version: number
  readonly revision: number
  readonly basedOn: number
  /** The JSON form. */
  readonly definition: string
  readonly saved: ShownDraftAct
  /** `approval`: what another officer decides. */
  readonly proposed: (ShownDraftAct & { readonly approval: Id }) | null
}

interface ShownVersion {
  readonly version: number
  readonly publishedAt: Instant
  readonly brokenTrends: readonly BrokenTrend[]
}

/** A draft as its reader sees it. */
function draftView(draft: QuestionnaireDraft, reader: { readonly id: Id }): ShownDraft {
  const { id, revision, basedOn, questionnaire, saved, proposed } = draft
  const actView = ({ by, at }: DraftAct): ShownDraftAct => ({ by: by.name, isMine: by.id === reader.id, at })
  return {
    ...{ id, version: questionnaire.version, revision, basedOn, definition: JSON.stringify(questionnaire) },
    ...{ saved: actView(saved), proposed: proposed && { ...actView(proposed), approval: draftApproval(draft) } },
  }
}

/** Versions newest first, each with the trends that it broke. */
const shownVersions = (versions: readonly QuestionnaireVersion[]): readonly ShownVersion[] =>
  versions.map(({ version, publishedAt, questionnaire }, nth) => {
    const before = versions[nth + 1]?.questionnaire
    return { version, publishedAt, brokenTrends: before ? brokenTrends(before, questionnaire) : [] }
  })
