import { readDeadlines } from '@wayproof/oversight'
import { readerProcedure, router } from '../trpc/trpc.ts'

/** What is due, for the roles that have to do it, and for officers and auditors. */
export const deadlineRouter = router({
  /** `now`: the time at which they were computed. */
  list: readerProcedure.query(async ({ ctx: { store, clock, timeZone, user } }) => ({
    now: clock.now(),
    timeZone,
    deadlines: await readDeadlines({ deadlines: store.deadlines, clock, timeZone }, user.id),
  })),
})
