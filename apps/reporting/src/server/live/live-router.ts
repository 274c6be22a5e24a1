import { z } from 'zod'
import { memberProcedure, router } from '../trpc/trpc.ts'
import { changesFor } from './changes-for.ts'

/** A page that was opened longer ago fetched its data later than that. */
const MOST_MS = 60_000

const opened = z.strictObject({ openedFor: z.number().nonnegative() }).optional()

export const liveRouter = router({
  /**
   * Which kinds of things change, while the page is open. Server-sent events.
   * `openedFor`: milliseconds since the page was opened, whose changes come first; 0 if absent.
   */
  changes: memberProcedure.input(opened).subscription(({ ctx, input, signal = new AbortController().signal }) =>
    changesFor(ctx, {
      user: ctx.user,
      headers: ctx.headers,
      since: ctx.clock.now() - Math.min(input?.openedFor ?? 0, MOST_MS),
      signal,
    }),
  ),
})
