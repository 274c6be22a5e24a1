import { breakDownCases } from '@wayproof/scorecard/cases/break-down-cases'
import { measureHistory } from '@wayproof/scorecard/measures/list-history'
import { listMeasures } from '@wayproof/scorecard/measures/list-measures'
import { mayWrite } from '../registers/register-access.ts'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { atHalfYear } from '../trpc/input.ts'
import { closingPorts, scorecardPorts } from '../trpc/ports.ts'
import { readerProcedure, router } from '../trpc/trpc.ts'

export const measureRouter = router({
  list: readerProcedure.input(atHalfYear).query(async ({ ctx, input }) => ({
    ...unwrap(await listMeasures(closingPorts(ctx), input)),
    /** Whether a jump of the leak signal links the reader to adding a suspected incident. */
    maySuspect: mayWrite(ctx.user.role, 'incidents'),
  })),

  /** The indicators of the half-years before. */
  history: readerProcedure
    .input(atHalfYear)
    .query(async ({ ctx, input }) => unwrap(await measureHistory(closingPorts(ctx), input))),

  /** Requests and complaints by kind, law and channel. */
  cases: readerProcedure
    .input(atHalfYear)
    .query(async ({ ctx, input }) => unwrap(await breakDownCases(scorecardPorts(ctx), input))),
})
