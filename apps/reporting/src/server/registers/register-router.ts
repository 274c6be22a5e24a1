import type { Person } from '@wayproof/accounts/accounts/person'
import type { ColumnMapping, MappingFault } from '@wayproof/evidence/mapping/column-mapping'
import { saveMapping } from '@wayproof/evidence/mapping/save-mapping'
import type { Changes, UndoCommand, UndoFault } from '@wayproof/evidence/ports'
import { REGISTER_IDS } from '@wayproof/evidence/register'
import { IMPORTED_REGISTERS, type ImportedRegister } from '@wayproof/evidence/registers/register-overview-store'
import { undoImport } from '@wayproof/evidence/undo-import'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome } from '@wayproof/kernel/outcome'
import { GOALS, type GoalId } from '@wayproof/scorecard/goals/goal'
import { GOAL_REGISTERS } from '@wayproof/scorecard/goals/goal-registers'
import { z } from 'zod'
import { mappingInput } from '../import/mapping-input.ts'
import { fieldsOf } from '../import/profiles.ts'
import type { Services } from '../trpc/context.ts'
import { text } from '../trpc/input.ts'
import { keeperProcedure, readerProcedure, router } from '../trpc/trpc.ts'
import { keeperOf, mayWrite } from './register-access.ts'

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

/**
 * Undoes a register's last import, for the department that maintains it. Faults: `not-the-keeper`, and those of
 * `undoImport`.
 */
export async function undoForKeeper(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  user: Person,
  command: Omit<UndoCommand, 'at' | 'by'>,
): Promise<Outcome<Changes, UndoFault | { readonly code: 'not-the-keeper' }>> {
  if (!mayWrite(user.role, command.register)) return fail('not-the-keeper')
  return undoImport({ evidence: store.evidence, clock }, { ...command, by: user.id })
}

/**
 * Stores a mapping of a foreign file's columns for the department that maintains the register. Returns its ID, for
 * `mapping:ID`.
 */
async function keepMapping(
  { store, clock, ids }: Pick<Services, 'store' | 'clock' | 'ids'>,
  user: Person,
  { register, mapping }: { readonly register: ImportedRegister; readonly mapping: ColumnMapping },
): Promise<Outcome<Id, MappingFault | { readonly code: 'not-the-keeper' }>> {
  if (!mayWrite(user.role, register)) return fail('not-the-keeper')
  const fields = fieldsOf(register)
  return saveMapping({ mappings: store.mappings, clock, ids }, { register, fields, mapping, by: user.id })
}
