import { z } from 'zod'
import { calendarDate } from '../trpc/input.ts'
import { managerProcedure, router } from '../trpc/trpc.ts'
import { readHealth, readServices, readStatus } from './read-services.ts'

const dayInput = z.strictObject({ day: calendarDate })

/** Services, and the runs of the scheduler's jobs, for those who keep the installation running. */
export const serviceRouter = router({
  /** `hook`: the receiver of the web hook and its newest messages; null if there is none. */
  list: managerProcedure.query(({ ctx }) => readServices(ctx)),

  /** Faults and warnings about the machine, except the silent scheduler, which every page shows. */
  health: managerProcedure.query(({ ctx }) => readHealth(ctx)),

  /** Version, key, waiting emails without reminders, and backups with the day by which each must be destroyed. */
  status: managerProcedure.query(({ ctx }) => readStatus(ctx)),

  /** The runs of a day, newest first. */
  runsOn: managerProcedure
    .input(dayInput)
    .query(({ ctx: { store, timeZone }, input: { day } }) => store.jobResults.resultsOn(day, timeZone)),

  /** Posts a test message, which the scheduler sends within half a minute. */
  testHook: managerProcedure.mutation(async ({ ctx: { store, clock, ids, webHook } }) => {
    if (!webHook) return false
    const message = { kind: 'test', count: 1, due: null, path: '/runs', dedupeKey: `test:${ids.next()}` } as const
    return store.hook.post(message, clock.now())
  }),
})
