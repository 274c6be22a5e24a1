import { managerProcedure, officerProcedure, router, timedProcedure } from '../trpc/trpc.ts'

/** State of backups, and letters held since a restore. */
export const backupRouter = router({
  state: managerProcedure.query(({ ctx }) => ctx.store.backups.state()),

  /** Sends the letters that are held since a restore. */
  releaseLetters: timedProcedure.mutation(({ ctx }) => ctx.store.backups.releaseLetters(ctx.clock.now())),

  /** Gives those letters up. */
  dropLetters: officerProcedure.mutation(({ ctx }) => ctx.store.backups.dropLetters()),
})
