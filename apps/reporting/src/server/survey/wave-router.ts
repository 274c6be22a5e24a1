import { activeTags, surveyTags } from '@wayproof/forms/languages/read-active-tags'
import { LONGEST_TAG } from '@wayproof/kernel/people/survey-language'
import { mailTestLetter, TEST_KINDS } from '@wayproof/letters/outbox/mail-test-letter'
import { listImprovements } from '@wayproof/survey/opening/list-improvements'
import { previewWave } from '@wayproof/survey/opening/preview-wave'
import { SAMPLING_MODES } from '@wayproof/survey/sampling/sample'
import { pauseWave, resumeWave } from '@wayproof/survey/waves/pause-wave'
import { listWaves } from '@wayproof/survey/waves/read-wave-funnel'
import { previewReminders, remindWave } from '@wayproof/survey/waves/remind-wave'
import { z } from 'zod'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { calendarDate, ofWave, text, waveKey } from '../trpc/input.ts'
import { surveyPorts } from '../trpc/ports.ts'
import { officerProcedure, readerProcedure, router, timedProcedure } from '../trpc/trpc.ts'
import { askClosingDate } from './closing-date-act.ts'
import { askOpening, openApproved } from './opening-act.ts'

const newWave = z.strictObject({
  period: waveKey,
  mode: z.enum(SAMPLING_MODES),
  size: z.exactOptional(z.int().min(1).max(10_000_000)),
  seed: z.exactOptional(text(64)),
  closesOn: calendarDate,
})

/** In the officer's own language if none is given. None is sent in a language that is not active. */
const testLetter = ofWave.extend({
  kind: z.enum(TEST_KINDS),
  locale: z.string().max(LONGEST_TAG).optional(),
  closesOn: calendarDate,
})

const otherClose = ofWave.extend({ closesOn: calendarDate.nullable(), reason: text(300) })

export const waveRouter = router({
  list: readerProcedure.query(({ ctx }) => listWaves(surveyPorts(ctx))),

  /** Null if there is no wave. For an open wave, counts of the last full hour, in steps. */
  funnel: readerProcedure.input(ofWave).query(({ ctx, input }) => ctx.store.survey.funnel(input.period)),

  preview: officerProcedure.input(ofWave).query(async ({ ctx, input }) => {
    const languages = await activeTags(ctx.store.languages)
    return unwrap(await previewWave(surveyPorts(ctx), { ...input, languages }))
  }),

  /** Asks another officer to open the wave; approving opens it. */
  askOpening: officerProcedure
    .input(newWave)
    .mutation(async ({ ctx, input }) => unwrap(await askOpening(ctx, ctx.user, input))),

  /** Opens the wave as two officers approved it, if that did not happen with the approval. */
  open: timedProcedure.input(ofWave).mutation(async ({ ctx, input }) => unwrap(await openApproved(ctx, input.period))),

  /** Number of nonrespondents at the last full hour, in the published steps. */
  remindPreview: officerProcedure
    .input(ofWave)
    .query(async ({ ctx, input }) => unwrap(await previewReminders(surveyPorts(ctx), input))),

  /** Sends the caller a letter as travelers get it, in the language of the account. */
  testLetter: officerProcedure.input(testLetter).mutation(async ({ ctx, input }) => {
    const { user, store, clock, ids } = ctx
    const locale = input.locale ?? user.locale
    if (!(await surveyTags(store.languages)).includes(locale)) return { sent: [] }
    const improvements = (await listImprovements(surveyPorts(ctx), input)).map(({ text }) => text)
    const { smallestGroup } = await store.survey.rulesInForce(input.period, ctx.rules)
    const letter = { ...input, smallestGroup, improvements, to: user, locale }
    await mailTestLetter({ outbox: store.outbox, clock, ids }, letter)
    return { sent: [locale] }
  }),

  remind: timedProcedure
    .input(ofWave)
    .mutation(async ({ ctx, input }) => unwrap(await remindWave(surveyPorts(ctx), input))),

  pause: officerProcedure
    .input(ofWave)
    .mutation(async ({ ctx, input }) => unwrap(await pauseWave(surveyPorts(ctx), input))),

  resume: timedProcedure
    .input(ofWave)
    .mutation(async ({ ctx, input }) => unwrap(await resumeWave(surveyPorts(ctx), input))),

  /** Officers' proposals about a wave's end, newest first. */
  closeChanges: officerProcedure.input(ofWave).query(async ({ ctx, input }) => {
    const wave = await ctx.store.survey.wave(input.period)
    return wave ? ctx.store.survey.closeChanges(wave.id) : []
  }),

  proposeClose: officerProcedure
    .input(otherClose)
    .mutation(async ({ ctx, input }) => unwrap(await askClosingDate(ctx, ctx.user, input))),
})
