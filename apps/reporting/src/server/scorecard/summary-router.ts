import { previewSummary, sendSummary } from './executive-summary.ts'
import { unwrap } from './fault-to-trpc.ts'
import { atHalfYear } from './input.ts'
import { readerProcedure, router, timedProcedure } from './trpc.ts'

export const summaryRouter = router({
  preview: readerProcedure.input(atHalfYear).query(async ({ ctx, input }) => unwrap(await previewSummary(ctx, input))),

  send: timedProcedure
    .input(atHalfYear)
    .mutation(async ({ ctx, input }) => unwrap(await sendSummary(ctx, { ...input, by: ctx.user }))),
})
