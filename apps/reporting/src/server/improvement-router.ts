import { OWNERS } from '@wayproof/scorecard'
import { z } from 'zod'
import { unwrap } from './fault-to-trpc.ts'
import { atHalfYear, halfYearKey, text } from './input.ts'
import { officerProcedure, readerProcedure, router } from './trpc.ts'

const owner = z.enum(Object.values(OWNERS))
/** Short: it is told to travelers in the next invitation. */
const improvementText = text(200)
const inBothLanguages = z.strictObject({ 'zh-CN': improvementText, en: improvementText })
const improvement = z.strictObject({ period: halfYearKey, text: inBothLanguages, owner })

const one = z.strictObject({ id: z.uuid() })

export const improvementRouter = router({
  list: readerProcedure.input(atHalfYear).query(({ ctx, input }) => ctx.store.improvements.list(input.period)),

  withdraw: officerProcedure.input(one).mutation(async ({ ctx, input }) => {
    const withdrawn = { at: ctx.clock.now(), by: ctx.user.name }
    return unwrap(await ctx.store.improvements.withdraw(input.id, withdrawn))
  }),

  choose: officerProcedure.input(improvement).mutation(async ({ ctx, input }) => {
    const id = ctx.ids.next()
    await ctx.store.improvements.choose({ ...input, id, chosenAt: ctx.clock.now(), chosenBy: ctx.user.name })
    return { id }
  }),
})
