import { memberProcedure, router } from '../trpc/trpc.ts'
import { changesFor } from './changes-for.ts'

export const liveRouter = router({
  /** Which kinds of things change, while the page is open. Server-sent events. */
  changes: memberProcedure.subscription(({ ctx, signal = new AbortController().signal }) =>
    changesFor(ctx, { user: ctx.user, headers: ctx.headers, signal }),
  ),
})
