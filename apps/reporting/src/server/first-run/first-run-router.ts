import { officerProcedure, router } from '../trpc/trpc.ts'
import { readFirstRun } from './read-first-run.ts'

/** The way from an empty installation to its first wave. */
export const firstRunRouter = router({
  steps: officerProcedure.query(({ ctx }) => readFirstRun(ctx)),
})
