import { listUndelivered } from '@wayproof/survey'
import { z } from 'zod'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { ofWave } from '../trpc/input.ts'
import { surveyPorts } from '../trpc/ports.ts'
import { officerProcedure, readerProcedure, router } from '../trpc/trpc.ts'

const pageOf = ofWave.extend({
  offset: z.int().min(0).max(100_000_000),
  limit: z.int().min(1).max(200),
})

export const lettersRouter = router({
  counts: readerProcedure.query(({ ctx }) => ctx.store.outbox.counts()),

  /** Letters of a wave that were deferred, rejected, bounced or blocked, with the mail server's reply. */
  undelivered: officerProcedure
    .input(pageOf)
    .query(async ({ ctx, input }) => unwrap(await listUndelivered(surveyPorts(ctx), input))),
})
