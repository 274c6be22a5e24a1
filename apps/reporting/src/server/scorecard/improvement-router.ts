import { chooseImprovement, withdrawImprovement } from '@wayproof/scorecard/closing/remedies/choose-improvement'
import { OWNERS } from '@wayproof/scorecard/goals/goal'
import { z } from 'zod'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { atHalfYear, halfYearKey, line } from '../trpc/input.ts'
import { improvementPorts } from '../trpc/ports.ts'
import { officerProcedure, readerProcedure, router } from '../trpc/trpc.ts'

const owner = z.enum(Object.values(OWNERS))
/** Short, because the next invitation shows it to travelers. */
const improvementText = line(200)
const inBothLanguages = z.strictObject({ 'zh-CN': improvementText, en: improvementText })
const improvement = z.strictObject({ period: halfYearKey, text: inBothLanguages, owner })

const idInput = z.strictObject({ id: z.uuid() })

export const improvementRouter = router({
  list: readerProcedure.input(atHalfYear).query(({ ctx, input }) => ctx.store.improvements.list(input.period)),

  withdraw: officerProcedure
    .input(idInput)
    .mutation(async ({ ctx, input }) =>
      unwrap(await withdrawImprovement(improvementPorts(ctx), { ...input, by: ctx.user.name })),
    ),

  choose: officerProcedure.input(improvement).mutation(async ({ ctx, input }) => {
    const id = unwrap(await chooseImprovement(improvementPorts(ctx), { ...input, by: ctx.user.name }))
    return { id }
  }),
})
