import { unwrap } from '../trpc/fault-to-trpc.ts'
import { atHalfYear } from '../trpc/input.ts'
import { readerProcedure, router, timedProcedure } from '../trpc/trpc.ts'
import { previewSummary, sendSummary } from './executive-summary.ts'

export const summaryRouter = router({
  preview: readerProcedure.input(atHalfYear).query(async ({ ctx, input }) => unwrap(await previewSummary(ctx, input))),

  send: timedProcedure
    .input(atHalfYear)
    .mutation(async ({ ctx, input }) => unwrap(await sendSummary(ctx, { ...input, by: ctx.user }))),
})
