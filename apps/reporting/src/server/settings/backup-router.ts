import { managerProcedure, officerProcedure, router, timedProcedure } from '../trpc/trpc.ts'

/** State of backups, and letters blocked since a restore. */
export const backupRouter = router({
  state: managerProcedure.query(({ ctx }) => ctx.store.backups.state()),

  /** Sends the letters that are blocked since a restore. */
  releaseLetters: timedProcedure.mutation(({ ctx }) => ctx.store.backups.releaseLetters(ctx.clock.now())),

  /** Cancels those letters. */
  dropLetters: officerProcedure.mutation(({ ctx }) => ctx.store.backups.dropLetters()),
})
