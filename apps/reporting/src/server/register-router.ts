import { IMPORTED_REGISTERS } from '@wayproof/store'
import { z } from 'zod'
import { officerProcedure, readerProcedure, router } from './trpc.ts'

const one = z.strictObject({ register: z.enum(IMPORTED_REGISTERS) })

/** Files come in by `POST /import/:register`: a stream is not a procedure's input. */
export const registerRouter = router({
  list: readerProcedure.query(({ ctx }) => ctx.store.registers.list()),

  /** Every import: an officer's proof of where the rows come from. */
  history: officerProcedure.input(one).query(({ ctx, input }) => ctx.store.registers.history(input.register)),
})
