import { breakDownSatisfaction } from '@wayproof/scorecard/breakdown/break-down-satisfaction'
import { MARGINS } from '@wayproof/scorecard/breakdown/margin'
import { readAnsweredQuestions } from '@wayproof/scorecard/breakdown/read-answered-questions'
import { z } from 'zod'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { atHalfYear, text } from '../trpc/input.ts'
import { scorecardPorts } from '../trpc/ports.ts'
import { readerProcedure, router } from '../trpc/trpc.ts'

/** Margins and filters of a table of groups; an absent one does not restrict it. */
export const divided = atHalfYear.extend({
  by: z.exactOptional(z.enum(MARGINS)),
  and: z.exactOptional(z.enum(MARGINS)),
})

export const breakdownRouter = router({
  answers: readerProcedure
    .input(atHalfYear)
    .query(async ({ ctx, input }) => unwrap(await readAnsweredQuestions(scorecardPorts(ctx), input))),
  satisfaction: readerProcedure
    .input(divided.extend({ item: z.exactOptional(text(64)) }))
    .query(async ({ ctx, input }) => unwrap(await breakDownSatisfaction(scorecardPorts(ctx), input))),
})
