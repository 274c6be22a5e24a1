import { closeWave, listWaves, openWave, previewWave, remindWave } from '@wayproof/survey'
import { z } from 'zod'
import { unwrap } from './fault-to-trpc.ts'
import { atHalfYear, calendarDate, halfYearKey, text } from './input.ts'
import { surveyPorts } from './ports.ts'
import { officerProcedure, readerProcedure, router } from './trpc.ts'

const newWave = z.strictObject({
  period: halfYearKey,
  mode: z.enum(['census', 'sample']),
  size: z.exactOptional(z.int().min(1).max(10_000_000)),
  seed: z.exactOptional(text(64)),
  closesOn: calendarDate,
})

export const waveRouter = router({
  list: readerProcedure.query(({ ctx }) => listWaves(surveyPorts(ctx))),

  /** Null where the half-year has no wave. */
  funnel: readerProcedure.input(atHalfYear).query(({ ctx, input }) => ctx.store.survey.funnel(input.period)),

  preview: officerProcedure
    .input(atHalfYear)
    .query(async ({ ctx, input }) => unwrap(await previewWave(surveyPorts(ctx), input))),

  open: officerProcedure
    .input(newWave)
    .mutation(async ({ ctx, input }) => unwrap(await openWave(surveyPorts(ctx), input))),

  remind: officerProcedure
    .input(atHalfYear)
    .mutation(async ({ ctx, input }) => unwrap(await remindWave(surveyPorts(ctx), input))),

  close: officerProcedure
    .input(atHalfYear)
    .mutation(async ({ ctx, input }) => unwrap(await closeWave(surveyPorts(ctx), input))),
})
