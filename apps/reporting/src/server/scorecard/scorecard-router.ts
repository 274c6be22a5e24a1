import { dateAt } from '@wayproof/kernel'
import { GOALS, readScorecard } from '@wayproof/scorecard'
import { z } from 'zod'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { atHalfYear, halfYearKey } from '../trpc/input.ts'
import { scorecardPorts } from '../trpc/ports.ts'
import { readerProcedure, router } from '../trpc/trpc.ts'
import { goalView } from './goal-view.ts'
import { halfYears } from './half-years.ts'

const oneGoal = z.strictObject({ goal: z.enum(GOALS), period: halfYearKey })

export const scorecardRouter = router({
  forPeriod: readerProcedure
    .input(atHalfYear)
    .query(async ({ ctx, input }) => unwrap(await readScorecard(scorecardPorts(ctx), input))),

  goal: readerProcedure
    .input(oneGoal)
    .query(async ({ ctx, input }) => unwrap(await goalView(ctx, { ...input, role: ctx.user.role }))),

  periods: readerProcedure.query(async ({ ctx }) => {
    const waves = await ctx.store.survey.waves()
    const start = (await ctx.store.organisation.get())?.programmeStart ?? null
    return halfYears(dateAt(ctx.clock.now(), ctx.timeZone), { start, waves: waves.map(({ period }) => period) })
  }),
})
