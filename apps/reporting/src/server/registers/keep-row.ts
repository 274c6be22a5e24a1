import type { Person } from '@wayproof/accounts/accounts/person'
import type { WriteFault } from '@wayproof/evidence/rows/write-fault'
import { type WriteRow, writeRow } from '@wayproof/evidence/rows/write-row'
import { fail, type Outcome } from '@wayproof/kernel/outcome'
import { proposeInFault } from '../import/propose-in-fault.ts'
import type { Services } from '../trpc/context.ts'
import { mayWrite } from './register-access.ts'

/**
 * Writes a manual record for the department that maintains the register. Faults: `not-the-keeper`, and those of
 * `writeRow`.
 */
export async function keepRow(
  { store, clock, timeZone }: Pick<Services, 'store' | 'clock' | 'timeZone'>,
  user: Person,
  command: Omit<WriteRow, 'by'>,
): Promise<Outcome<readonly string[], WriteFault | { readonly code: 'not-the-keeper' }>> {
  if (!mayWrite(user.role, command.register)) return fail('not-the-keeper')
  const outcome = await writeRow({ rows: store.rows, clock, timeZone }, { ...command, by: user.id })
  if (outcome.ok || outcome.fault.code !== 'bad-cells') return outcome
  const { rows } = await proposeInFault({ store }, command.register, { rows: outcome.fault.cells })
  return { ok: false, fault: { code: 'bad-cells', cells: rows } }
}
