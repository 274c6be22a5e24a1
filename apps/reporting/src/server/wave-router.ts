import { mailTestLetter, TEST_KINDS } from '@wayproof/letters'
import {
  closeWave,
  listWaves,
  openWave,
  pauseWave,
  previewReminders,
  previewWave,
  remindWave,
  resumeWave,
  SAMPLING_MODES,
} from '@wayproof/survey'
import { z } from 'zod'
import { unwrap } from './fault-to-trpc.ts'
import { calendarDate, ofWave, text, waveKey } from './input.ts'
import { surveyPorts } from './ports.ts'
import { officerProcedure, readerProcedure, router } from './trpc.ts'

const newWave = z.strictObject({
  period: waveKey,
  mode: z.enum(SAMPLING_MODES),
  size: z.exactOptional(z.int().min(1).max(10_000_000)),
  seed: z.exactOptional(text(64)),
  closesOn: calendarDate,
})

const testLetter = ofWave.extend({ kind: z.enum(TEST_KINDS), closesOn: calendarDate })

export const waveRouter = router({
  list: readerProcedure.query(({ ctx }) => listWaves(surveyPorts(ctx))),

  /** Null where there is no wave. */
  funnel: readerProcedure.input(ofWave).query(({ ctx, input }) => ctx.store.survey.funnel(input.period)),

  preview: officerProcedure
    .input(ofWave)
    .query(async ({ ctx, input }) => unwrap(await previewWave(surveyPorts(ctx), input))),

  open: officerProcedure
    .input(newWave)
    .mutation(async ({ ctx, input }) => unwrap(await openWave(surveyPorts(ctx), input))),

  /** How many would get a reminder now, and why the others would not. */
  remindPreview: officerProcedure
    .input(ofWave)
    .query(async ({ ctx, input }) => unwrap(await previewReminders(surveyPorts(ctx), input))),

  /** A letter as travelers get it, to whoever asks, in the language of the account. */
  testLetter: officerProcedure.input(testLetter).mutation(async ({ ctx, input }) => {
    const { user, store, clock, ids } = ctx
    await mailTestLetter({ outbox: store.outbox, clock, ids }, { ...input, to: user, locale: user.locale })
    return null
  }),

  remind: officerProcedure
    .input(ofWave)
    .mutation(async ({ ctx, input }) => unwrap(await remindWave(surveyPorts(ctx), input))),

  pause: officerProcedure
    .input(ofWave)
    .mutation(async ({ ctx, input }) => unwrap(await pauseWave(surveyPorts(ctx), input))),

  resume: officerProcedure
    .input(ofWave)
    .mutation(async ({ ctx, input }) => unwrap(await resumeWave(surveyPorts(ctx), input))),

  close: officerProcedure
    .input(ofWave)
    .mutation(async ({ ctx, input }) => unwrap(await closeWave(surveyPorts(ctx), input))),
})
