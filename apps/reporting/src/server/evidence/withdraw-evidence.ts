import type { Person } from '@wayproof/accounts/accounts/person'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome } from '@wayproof/kernel/outcome'
import { mayWrite } from '../registers/register-access.ts'
import type { Services } from '../trpc/context.ts'

/** For the department that maintains the register. Faults: `evidence-unknown`, `not-the-keeper`. */
export async function withdrawEvidence(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  user: Person,
  { id, reason }: { readonly id: Id; readonly reason: string },
): Promise<Outcome<null>> {
  const register = await store.attachments.registerOf(id)
  if (!register) return fail('evidence-unknown')
  if (!mayWrite(user.role, register)) return fail('not-the-keeper')
  return store.attachments.withdraw(id, { at: clock.now(), by: user.id, reason })
}
