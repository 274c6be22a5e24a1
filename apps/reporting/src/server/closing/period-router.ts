import { parsePeriod, periodKey, previousPeriod } from '@wayproof/kernel/calendar/period'
import { closePeriod } from '@wayproof/scorecard/closing/close-period'
import { freezePeriod } from '@wayproof/scorecard/closing/freeze-period'
import { changeRemedy } from '@wayproof/scorecard/closing/remedies/change-remedy'
import { decideRemedy } from '@wayproof/scorecard/closing/remedies/decide-remedy'
import { leaveAsSealed, reopenPeriod } from '@wayproof/scorecard/closing/restate-period'
import { verifySeals } from '@wayproof/scorecard/closing/seals/verify-seals'
import { signScorecard } from '@wayproof/scorecard/closing/sign-scorecard'
import { takeBackFreeze } from '@wayproof/scorecard/closing/take-back-freeze'
import { GOALS } from '@wayproof/scorecard/goals/goal'
import { z } from 'zod'
import { actingPerson, owningPerson } from '../trpc/acting-person.ts'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { atHalfYear, calendarDate, halfYearKey, optionalText, text } from '../trpc/input.ts'
import { closingPorts } from '../trpc/ports.ts'
import {
  officerProcedure,
  ownerProcedure,
  readerProcedure,
  router,
  timedProcedure,
  verifierProcedure,
} from '../trpc/trpc.ts'
import { closingView } from './closing-view.ts'

const id = text(64)
const atFreeze = atHalfYear.extend({ freeze: id })
const oneGoal = atFreeze.extend({ goal: z.enum(GOALS) })
/** The core refuses an empty reason. */
const reopeningInput = atHalfYear.extend({ reason: optionalText(300) })
const words = text(300)
const remedy = z.strictObject({
  period: halfYearKey,
  goal: z.enum(GOALS),
  note: words,
  action: words,
  dueOn: calendarDate,
  effect: words,
})
const remedyChange = remedy.omit({ period: true, goal: true }).extend({ id, seen: z.int().min(0) })
const onPaper = z.strictObject({ code: text(100).nullable() })

const halfBefore = (key: string) => {
  const period = parsePeriod(key)
  return period ? periodKey(previousPeriod(period)) : key
}

export const periodRouter = router({
  closing: readerProcedure
    .input(atHalfYear)
    .query(async ({ ctx, input }) => unwrap(await closingView(ctx, { ...input, reader: ctx.user }))),

  /** Actions promised for the previous half-year, and their results. */
  promised: readerProcedure
    .input(atHalfYear)
    .query(({ ctx, input }) => ctx.store.actions.actions(halfBefore(input.period))),

  freeze: timedProcedure
    .input(atHalfYear)
    .mutation(
      async ({ ctx, input }) =>
        unwrap(await freezePeriod(closingPorts(ctx), { ...input, by: await actingPerson(ctx, ctx.user) })).id,
    ),

  takeBack: officerProcedure
    .input(atFreeze)
    .mutation(async ({ ctx, input }) =>
      unwrap(await takeBackFreeze(closingPorts(ctx), { ...input, by: await actingPerson(ctx, ctx.user) })),
    ),

  sign: ownerProcedure.input(oneGoal).mutation(async ({ ctx, input }) => {
    const actor = await owningPerson(ctx, ctx.user)
    return unwrap(await signScorecard(closingPorts(ctx), { ...input, by: actor })).at
  }),

  close: timedProcedure.input(atFreeze).mutation(async ({ ctx, input }) => {
    const { number, told } = unwrap(
      await closePeriod(closingPorts(ctx), { ...input, by: await actingPerson(ctx, ctx.user) }),
    )
    return { number, told }
  }),

  reopen: officerProcedure
    .input(reopeningInput)
    .mutation(
      async ({ ctx, input }) =>
        unwrap(await reopenPeriod(closingPorts(ctx), { ...input, by: await actingPerson(ctx, ctx.user) })).version,
    ),

  /** Cancels a reopening, so the half-year stays as it was sealed. */
  leave: officerProcedure
    .input(atHalfYear)
    .mutation(async ({ ctx, input }) =>
      unwrap(await leaveAsSealed(closingPorts(ctx), { ...input, by: await actingPerson(ctx, ctx.user) })),
    ),

  decideRemedy: officerProcedure
    .input(remedy)
    .mutation(
      async ({ ctx, input }) => unwrap(await decideRemedy(closingPorts(ctx), { ...input, by: ctx.user.name })).id,
    ),

  /** `seen`: number of changes of it that the officer saw. */
  changeRemedy: officerProcedure
    .input(remedyChange)
    .mutation(async ({ ctx, input }) => unwrap(await changeRemedy(closingPorts(ctx), { ...input, by: ctx.user.name }))),

  /** Verifies the whole chain; with a printed seal code, also whether the chain still contains that seal. */
  verify: verifierProcedure.input(onPaper).query(async ({ ctx, input }) => {
    const { store, rules, clock, timeZone } = ctx
    return unwrap(
      await verifySeals({ closing: store.closing, facts: store.facts(rules), rules, clock, timeZone }, input),
    )
  }),
})
