import { decideAsked } from '@wayproof/letters/decisions/decide-asked'
import { readAskedDecisions } from '@wayproof/letters/decisions/read-asked-decisions'
import { DECISION_CHOICES } from '@wayproof/scorecard/editions/decision-choice'
import { MOST_COMMENT_CHARACTERS } from '@wayproof/scorecard/editions/edition'
import { GOALS } from '@wayproof/scorecard/goals/goal'
import { z } from 'zod'
import type { Services } from '../trpc/context.ts'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { atHalfYear, halfYearKey, optionalText } from '../trpc/input.ts'
import { decisionReaderProcedure, executiveProcedure, router } from '../trpc/trpc.ts'

const decision = z.strictObject({
  period: halfYearKey,
  goal: z.enum(GOALS),
  choice: z.enum(DECISION_CHOICES),
  comment: optionalText(MOST_COMMENT_CHARACTERS),
})

const decisionPorts = ({ store, clock, timeZone }: Services) => ({
  ...{ decisions: store.decisions, editions: store.editions, survey: store.survey, clock, timeZone },
})

/** Decisions that summaries ask of executives. */
export const decisionRouter = router({
  /** Null if no summary of the half-year was sent. */
  asked: decisionReaderProcedure
    .input(atHalfYear)
    .query(({ ctx, input }) => readAskedDecisions(decisionPorts(ctx), { ...input, reader: ctx.user.id })),

  decide: executiveProcedure
    .input(decision)
    .mutation(async ({ ctx, input }) => unwrap(await decideAsked(decisionPorts(ctx), { ...input, by: ctx.user }))),
})
