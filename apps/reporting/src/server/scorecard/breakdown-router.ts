import { breakDownSatisfaction, MARGINS } from '@wayproof/scorecard'
import { z } from 'zod'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { atHalfYear, text } from '../trpc/input.ts'
import { scorecardPorts } from '../trpc/ports.ts'
import { readerProcedure, router } from '../trpc/trpc.ts'

/** What a table of groups is cut by; everything absent is everything there is. */
export const divided = atHalfYear.extend({
  by: z.exactOptional(z.enum(MARGINS)),
  and: z.exactOptional(z.enum(MARGINS)),
})

export const breakdownRouter = router({
  satisfaction: readerProcedure
    .input(divided.extend({ item: z.exactOptional(text(64)) }))
    .query(async ({ ctx, input }) => unwrap(await breakDownSatisfaction(scorecardPorts(ctx), input))),
})
