import type { Person } from '@wayproof/accounts/accounts/person'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { Services } from '../trpc/context.ts'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { atHalfYear } from '../trpc/input.ts'
import { officerProcedure, readerProcedure, router } from '../trpc/trpc.ts'

/** The report of a closed half-year: its addresses, and whether it is public. */
export const reportRouter = router({
  standing: readerProcedure.input(atHalfYear).query(async ({ ctx, input: { period } }) => {
    const published = (await ctx.store.publicReports.published()).find((report) => report.period === period) ?? null
    return { published, address: `${ctx.surveyUrl}/report/${period}` }
  }),

  publish: officerProcedure
    .input(atHalfYear)
    .mutation(async ({ ctx, input }) => unwrap(await publishReport(ctx, ctx.user, input.period))),

  withdraw: officerProcedure.input(atHalfYear).mutation(async ({ ctx, input }) => {
    const isWithdrawn = await ctx.store.publicReports.withdraw({ ...input, at: ctx.clock.now(), by: ctx.user.name })
    return unwrap(isWithdrawn ? ok(null) : fail('report-not-published'))
  }),
})

/** Only sealed half-years are published. Faults: `report-not-sealed`, `report-published`. */
async function publishReport(
  { store, clock, ids }: Services,
  actor: Person,
  period: PeriodKey,
): Promise<Outcome<null>> {
  if (!(await store.publicReports.sealed(period))) return fail('report-not-sealed')
  const report = { id: ids.next(), period, at: clock.now(), by: actor.name }
  return (await store.publicReports.publish(report)) ? ok(null) : fail('report-published')
}
