import type { Person } from '@wayproof/accounts/accounts/person'
import type { Changes, UndoCommand, UndoFault } from '@wayproof/evidence/ports'
import { undoImport } from '@wayproof/evidence/undo-import'
import { fail, type Outcome } from '@wayproof/kernel/outcome'
import type { Services } from '../trpc/context.ts'
import { mayWrite } from './register-access.ts'

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
