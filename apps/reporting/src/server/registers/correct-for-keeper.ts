import type { Person } from '@wayproof/accounts/accounts/person'
import { type CorrectRows, type CorrectRowsFault, correctRows } from '@wayproof/evidence/rows/correct-rows'
import { fail, type Outcome } from '@wayproof/kernel/outcome'
import type { Services } from '../trpc/context.ts'
import { mayWrite } from './register-access.ts'

/**
 * Corrects many records for the department that maintains the register. Faults: `not-the-keeper`, and those of
 * `correctRows`.
 */
export async function correctForKeeper(
  { store, clock, timeZone }: Pick<Services, 'store' | 'clock' | 'timeZone'>,
  user: Person,
  command: Omit<CorrectRows, 'by'>,
): Promise<Outcome<readonly string[], CorrectRowsFault | { readonly code: 'not-the-keeper' }>> {
  if (!mayWrite(user.role, command.register)) return fail('not-the-keeper')
  return correctRows({ rows: store.rows, clock, timeZone }, { ...command, by: user.id })
}
