import { readDeadlines } from '@wayproof/oversight'
import { readerProcedure, router } from '../trpc/trpc.ts'

/** Deadlines, for the roles whose tasks they are, and for officers and auditors. */
export const deadlineRouter = router({
  /** `now`: the time at which they were computed. */
  list: readerProcedure.query(async ({ ctx: { store, clock, timeZone, user } }) => ({
    now: clock.now(),
    timeZone,
    deadlines: await readDeadlines({ deadlines: store.deadlines, clock, timeZone }, user.id),
  })),
})
