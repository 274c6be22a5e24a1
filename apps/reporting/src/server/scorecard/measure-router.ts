import { breakDownCases, listMeasures } from '@wayproof/scorecard'
import { unwrap } from './fault-to-trpc.ts'
import { atHalfYear } from './input.ts'
import { scorecardPorts } from './ports.ts'
import { mayWrite } from './registers/register-access.ts'
import { readerProcedure, router } from './trpc.ts'

export const measureRouter = router({
  list: readerProcedure.input(atHalfYear).query(async ({ ctx, input }) => ({
    ...unwrap(await listMeasures(scorecardPorts(ctx), input)),
    /** Whether a jump of the leak signal leads the reader to adding a suspected incident. */
    maySuspect: mayWrite(ctx.user.role, 'incidents'),
  })),

  /** Requests and complaints by kind, law and channel. */
  cases: readerProcedure
    .input(atHalfYear)
    .query(async ({ ctx, input }) => unwrap(await breakDownCases(scorecardPorts(ctx), input))),
})
