import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { GOALS } from '@wayproof/scorecard/goals/goal'
import { drawAudits } from '@wayproof/scorecard/pictures/draw-audits'
import { drawLeaks } from '@wayproof/scorecard/pictures/draw-leaks'
import { drawTraining } from '@wayproof/scorecard/pictures/draw-training'
import { readScorecard } from '@wayproof/scorecard/read-scorecard'
import { z } from 'zod'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { atHalfYear, halfYearKey } from '../trpc/input.ts'
import { scorecardPorts } from '../trpc/ports.ts'
import { readerProcedure, router } from '../trpc/trpc.ts'
import { goalView } from './goal-view.ts'
import { halfYears } from './half-years.ts'
import { trainingForRole } from './training-for-role.ts'

const oneGoal = z.strictObject({ goal: z.enum(GOALS), period: halfYearKey })

export const scorecardRouter = router({
  forPeriod: readerProcedure
    .input(atHalfYear)
    .query(async ({ ctx, input }) => unwrap(await readScorecard(scorecardPorts(ctx), input))),

  goal: readerProcedure
    .input(oneGoal)
    .query(async ({ ctx, input }) => unwrap(await goalView(ctx, { ...input, role: ctx.user.role }))),

  /** The share passed by unit and quarter, and in the last weeks. */
  training: readerProcedure.input(atHalfYear).query(async ({ ctx, input }) => {
    const ports = scorecardPorts(ctx)
    const picture = unwrap(await drawTraining(ports, input))
    const { definitions } = await ports.facts.forHalfYear(input.period)
    return trainingForRole(ctx.user.role, picture, definitions.targets['staff-training'])
  }),

  /** The leaks that count in the year of a half-year, and those of several years by month. */
  leaks: readerProcedure
    .input(atHalfYear)
    .query(async ({ ctx, input }) => unwrap(await drawLeaks(scorecardPorts(ctx), input))),

  /** Partners and whether each was audited, by year. */
  audits: readerProcedure
    .input(atHalfYear)
    .query(async ({ ctx, input }) => unwrap(await drawAudits(scorecardPorts(ctx), input))),

  periods: readerProcedure.query(async ({ ctx }) => {
    const waves = await ctx.store.survey.waves()
    const start = (await ctx.store.organisation.get())?.programmeStart ?? null
    return halfYears(dateAt(ctx.clock.now(), ctx.timeZone), { start, waves: waves.map(({ period }) => period) })
  }),
})
