import { REGISTER_IDS } from '@wayproof/evidence/register'
import { IMPORTED_REGISTERS, type ImportedRegister } from '@wayproof/evidence/registers/register-overview-store'
import { GOALS, type GoalId } from '@wayproof/scorecard/goals/goal'
import { GOAL_REGISTERS } from '@wayproof/scorecard/goals/goal-registers'
import { z } from 'zod'
import { keepMapping } from '../import/keep-mapping.ts'
import { mappingInput } from '../import/mapping-input.ts'
import { text } from '../trpc/input.ts'
import { keeperProcedure, readerProcedure, router } from '../trpc/trpc.ts'
import { keeperOf, mayWrite } from './register-access.ts'
import { undoForKeeper } from './undo-for-keeper.ts'

const goalsOf = (register: ImportedRegister): readonly GoalId[] =>
  register === 'travelers' ? ['customer-satisfaction'] : GOALS.filter((goal) => GOAL_REGISTERS[goal].includes(register))

const registerInput = z.strictObject({ register: z.enum(IMPORTED_REGISTERS) })

/** Files are imported by `POST /import/:register`, because a stream is not a procedure's input. */
export const registerRouter = router({
  list: readerProcedure.query(async ({ ctx }) => {
    const registers = await ctx.store.registers.list()
    return registers.map((register) => ({
      ...register,
      keptBy: keeperOf(register.id),
      mayImport: mayWrite(ctx.user.role, register.id),
      /** The goals that are counted from its records. */
      goals: goalsOf(register.id),
    }))
  }),

  /**
   * Saves which column of a foreign file is which; returns the profile for its import. A refusal is an ordinary result.
   */
  saveMapping: keeperProcedure.input(mappingInput).mutation(({ ctx, input }) => keepMapping(ctx, ctx.user, input)),

  /** Undoes the last import. A refusal is an ordinary result, because it names rows and registers. */
  undoImport: keeperProcedure
    .input(z.strictObject({ register: z.enum(REGISTER_IDS), importId: z.uuid(), reason: text(500) }))
    .mutation(({ ctx, input }) => undoForKeeper(ctx, ctx.user, input)),

  /** Every import, as proof of the records' source. */
  history: readerProcedure.input(registerInput).query(({ ctx, input }) => ctx.store.registers.history(input.register)),
})
