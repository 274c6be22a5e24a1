import { listUndelivered } from '@wayproof/survey/waves/list-undelivered'
import { SENT_AGAIN_AT_ONCE, sendAgain } from '@wayproof/survey/waves/send-again'
import { z } from 'zod'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { line, ofWave } from '../trpc/input.ts'
import { surveyPorts } from '../trpc/ports.ts'
import { officerProcedure, readerProcedure, router, timedProcedure } from '../trpc/trpc.ts'

const pageOf = ofWave.extend({
  offset: z.int().min(0).max(100_000_000),
  limit: z.int().min(1).max(200),
})

const someOfWave = ofWave.extend({ customerNumbers: z.array(line(100)).min(1).max(SENT_AGAIN_AT_ONCE) })

export const lettersRouter = router({
  counts: readerProcedure.query(({ ctx }) => ctx.store.outbox.counts()),

  /** Letters of a wave that were deferred, rejected, bounced or blocked, with the mail server's reply. */
  undelivered: officerProcedure
    .input(pageOf)
    .query(async ({ ctx, input }) => unwrap(await listUndelivered(surveyPorts(ctx), input))),

  /** Sends undelivered invitations again; how many does not depend on who has answered. */
  sendAgain: timedProcedure
    .input(someOfWave)
    .mutation(async ({ ctx, input }) => unwrap(await sendAgain(surveyPorts(ctx), input))),
})
