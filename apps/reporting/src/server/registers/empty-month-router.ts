import { confirmEmptyMonth } from '@wayproof/evidence/empty-months/confirm-empty-month'
import { CONFIRMED_REGISTERS, type RegisterMonth } from '@wayproof/evidence/empty-months/ports'
import { withdrawEmptyMonth } from '@wayproof/evidence/empty-months/withdraw-empty-month'
import { addDays, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { type PeriodKey, parsePeriod, periodKey, periodOf } from '@wayproof/kernel/calendar/period'
import { fail, type Outcome } from '@wayproof/kernel/outcome'
import { monthsOver } from '@wayproof/scorecard/goals/equal-parts'
import { z } from 'zod'
import type { Services } from '../trpc/context.ts'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { scorecardPorts } from '../trpc/ports.ts'
import { keeperProcedure, readerProcedure, router } from '../trpc/trpc.ts'
import { mayWrite } from './register-access.ts'

const register = z.enum(CONFIRMED_REGISTERS)

const monthOf = z.strictObject({
  register,
  month: z
    .string()
    .max(7)
    .refine((key) => parsePeriod(key)?.kind === 'month'),
})

const NOT_THE_KEEPER: Outcome<null> = fail('not-the-keeper')

/** Months of a register without a row, which count as empty only once its keeper has confirmed it. */
export const emptyMonthRouter = router({
  /** The months since the baseline year that are over and have no row, or a confirmation; newest first. */
  list: readerProcedure.input(z.strictObject({ register })).query(async ({ ctx, input }) => {
    const months = await ctx.store.emptyMonths.months(input.register, await monthsToConfirm(ctx))
    const listed: readonly RegisterMonth[] = months.filter(({ rows, confirmed }) => rows === 0 || confirmed !== null)
    return { months: listed.toReversed(), mayConfirm: mayWrite(ctx.user.role, input.register) }
  }),

  /** Faults: `not-the-keeper`, and those of `confirmEmptyMonth`. */
  confirm: keeperProcedure.input(monthOf).mutation(async ({ ctx, input }) => {
    const isKeeper = mayWrite(ctx.user.role, input.register)
    const command = { ...input, by: ctx.user.name }
    return unwrap(isKeeper ? await confirmEmptyMonth(portsOf(ctx), command) : NOT_THE_KEEPER)
  }),

  /** Faults: `not-the-keeper`, and those of `withdrawEmptyMonth`. */
  withdraw: keeperProcedure.input(monthOf).mutation(async ({ ctx, input }) => {
    const isKeeper = mayWrite(ctx.user.role, input.register)
    return unwrap(isKeeper ? await withdrawEmptyMonth(portsOf(ctx), input) : NOT_THE_KEEPER)
  }),
})

const portsOf = ({ store, clock, timeZone }: Services) => ({ emptyMonths: store.emptyMonths, clock, timeZone })

/** From the baseline year of the program's first year, or an earlier one that two people chose, to the last month. */
async function monthsToConfirm(services: Services): Promise<readonly PeriodKey[]> {
  const today = dateAt(services.clock.now(), services.timeZone)
  const half = periodKey(periodOf('half-year', today))
  const { programmeStart, definitions } = await scorecardPorts(services).facts.forHalfYear(half)
  const first = Number(programmeStart.slice(0, 4)) - 1
  const from = Math.min(first, definitions.baselineYear ?? first)
  const last = Number(today.slice(0, 4))
  return Array.from({ length: Math.max(0, last - from + 1) }, (_, n) => from + n).flatMap((year) =>
    monthsOver(year, addDays(today, -1)),
  )
}
