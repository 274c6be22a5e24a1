import { fail, ok } from '@wayproof/kernel/outcome'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { officerProcedure, router } from '../trpc/trpc.ts'
import { loadSample } from './load-sample.ts'

/** Sample data, which an officer loads into an empty installation and removes whole. */
export const sampleDataRouter = router({
  /** `state` is null without sample data; `isEmpty`: it could be loaded. */
  state: officerProcedure.query(async ({ ctx: { store, clock } }) => {
    const state = await store.sampleData.state(clock.now())
    return { state, isEmpty: state === null && (await store.sampleData.isEmpty()) }
  }),

  /** Answers once everything is loaded, also if somebody else was faster. */
  load: officerProcedure.mutation(async ({ ctx }) => unwrap(await loadSample(ctx, ctx.user))),

  /** Answers once it is removed, also if somebody else was faster. */
  remove: officerProcedure.mutation(async ({ ctx: { store, clock } }) => {
    const now = clock.now()
    if (await store.sampleData.remove(now)) return null
    return unwrap((await store.sampleData.state(now)) === null ? ok(null) : fail('sample-loading'))
  }),
})
