import { z } from 'zod'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { text } from '../trpc/input.ts'
import { officerProcedure, router, timedProcedure } from '../trpc/trpc.ts'
import { answerQuestion, runQuestionWork } from './answer-question.ts'
import { confirmClock } from './confirm-clock.ts'

/** Settled questions on one page. */
const SETTLED_SHOWN = 30

const idInput = z.strictObject({ id: text(64) })
const answerInput = idInput.extend({ answer: z.enum(['wrong', 'leave-out', 'seen']) })
const moment = z.int().min(0)
const clockRight = idInput.extend({ shown: moment, again: moment })

/** Questions that only an officer can decide. */
export const questionRouter = router({
  /** `now`: the time of the server's clock. */
  list: officerProcedure.query(async ({ ctx: { store, clock, timeZone } }) => ({
    now: clock.now(),
    timeZone,
    open: await store.questions.open(),
    settled: await store.questions.settled(SETTLED_SHOWN),
  })),

  answer: officerProcedure
    .input(answerInput)
    .mutation(async ({ ctx, input }) => unwrap(await answerQuestion(ctx, { ...input, by: ctx.user.name }))),

  /** Carries out what was missed. */
  carryOut: timedProcedure
    .input(idInput)
    .mutation(async ({ ctx, input }) => unwrap(await runQuestionWork(ctx, { ...input, by: ctx.user.name }))),

  confirmClock: officerProcedure
    .input(clockRight)
    .mutation(async ({ ctx, input }) => unwrap(await confirmClock(ctx, { ...input, by: ctx.user.name }))),
})
