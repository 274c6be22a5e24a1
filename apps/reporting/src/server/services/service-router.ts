import { dateAt } from '@wayproof/kernel'
import { serviceStates } from '@wayproof/oversight/services'
import { z } from 'zod'
import { calendarDate } from '../trpc/input.ts'
import { managerProcedure, router } from '../trpc/trpc.ts'

const DAY_MS = 86_400_000
/** Days whose outages are listed. */
const OUTAGE_DAYS = 90

const dayInput = z.strictObject({ day: calendarDate })

/** Services, and the runs of the scheduler's jobs, for those who keep the installation running. */
export const serviceRouter = router({
  /** `now`: the time of the server's clock. `form`: the receiver of the web hook; null if there is none. */
  list: managerProcedure.query(async ({ ctx: { store, clock, timeZone, webHook } }) => {
    const now = clock.now()
    return {
      now,
      today: dateAt(now, timeZone),
      services: serviceStates(await store.services.contacts(), now),
      outages: await store.services.outages(now - OUTAGE_DAYS * DAY_MS),
      planned: await store.jobResults.planned(),
      newest: await store.jobResults.newest(),
      hook: webHook && { form: webHook.form, ...(await store.hook.state()) },
    }
  }),

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
