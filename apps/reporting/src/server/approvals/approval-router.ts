import { z } from 'zod'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { text } from '../trpc/input.ts'
import { memberProcedure, router, timedMemberProcedure } from '../trpc/trpc.ts'
import { decideApproval, withdrawApproval } from './decide-approval.ts'
import { listApprovals } from './list-approvals.ts'

/** More than a language has sentences. */
const MOST_PROMISES = 1000

const ofApproval = z.strictObject({ id: text(128) })

/** Changes that need two people. */
export const approvalRouter = router({
  list: memberProcedure.query(({ ctx }) => listApprovals(ctx, ctx.user)),

  /** The one act of a second person. Approving carries the change out. */
  decide: timedMemberProcedure
    .input(ofApproval.extend({ approve: z.boolean(), confirmed: z.array(text(200)).max(MOST_PROMISES).default([]) }))
    .mutation(async ({ ctx, input }) => unwrap(await decideApproval(ctx, input))),

  withdraw: memberProcedure
    .input(ofApproval)
    .mutation(async ({ ctx, input }) => unwrap(await withdrawApproval(ctx, input.id))),
})
