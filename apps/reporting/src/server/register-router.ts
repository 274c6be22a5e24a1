import { IMPORTED_REGISTERS } from '@wayproof/store'
import { z } from 'zod'
import { mayWrite } from './registers/register-access.ts'
import { officerProcedure, readerProcedure, router } from './trpc.ts'

const one = z.strictObject({ register: z.enum(IMPORTED_REGISTERS) })

/** Files come in by `POST /import/:register`: a stream is not a procedure's input. */
export const registerRouter = router({
  list: readerProcedure.query(async ({ ctx }) => {
    const registers = await ctx.store.registers.list()
    return registers.map((register) => ({ ...register, mayImport: mayWrite(ctx.user.role, register.id) }))
  }),

  /** Every import: an officer's proof of where the rows come from. */
  history: officerProcedure.input(one).query(({ ctx, input }) => ctx.store.registers.history(input.register)),
})
