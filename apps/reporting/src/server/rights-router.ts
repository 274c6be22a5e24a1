import { closeCase, extendTerm, listCases, RIGHTS_OUTCOMES, sendAnswer, showCase } from '@wayproof/evidence'
import { z } from 'zod'
import { unwrap } from './fault-to-trpc.ts'
import { rightsPorts } from './ports.ts'
import { officerProcedure, router } from './trpc.ts'

const one = z.strictObject({ id: z.uuid() })
// Longer in characters of the machine than of people; the core counts those.
const written = z.string().max(10_000)
const answer = one.extend({ text: written, purpose: z.enum(['question', 'answer']) })
const extension = one.extend({ reason: written })
const closing = one.extend({ outcome: z.enum(RIGHTS_OUTCOMES) })

/** Requests and complaints of people: rows about single persons, so for officers only. */
export const rightsRouter = router({
  list: officerProcedure.query(({ ctx }) => listCases(rightsPorts(ctx))),

  show: officerProcedure.input(one).query(async ({ ctx, input }) => unwrap(await showCase(rightsPorts(ctx), input))),

  answer: officerProcedure
    .input(answer)
    .mutation(async ({ ctx, input }) => unwrap(await sendAnswer(rightsPorts(ctx), input))),

  extend: officerProcedure
    .input(extension)
    .mutation(async ({ ctx, input }) => unwrap(await extendTerm(rightsPorts(ctx), input))),

  close: officerProcedure
    .input(closing)
    .mutation(async ({ ctx, input }) => unwrap(await closeCase(rightsPorts(ctx), input))),
})
