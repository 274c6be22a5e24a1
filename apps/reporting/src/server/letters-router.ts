import { readerProcedure, router } from './trpc.ts'

export const lettersRouter = router({
  counts: readerProcedure.query(({ ctx }) => ctx.store.outbox.counts()),
})
