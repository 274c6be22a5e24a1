import type { UserInvitation } from '@wayproof/accounts/accounts/person'
import { fail, type Outcome } from '@wayproof/kernel/outcome'
import { readUserInvitationToken } from '@wayproof/letters/letter/account-link'
import type { Services } from '../trpc/context.ts'

/**
 * Returns the invitation of a link.
 * Faults: `invitation-unknown`, `invitation-used`, `invitation-expired`.
 */
export async function openInvitation(
  { keyring, store, clock }: Pick<Services, 'keyring' | 'store' | 'clock'>,
  { token }: { readonly token: string },
): Promise<Outcome<UserInvitation>> {
  const id = readUserInvitationToken(keyring, token)
  return id === null ? fail('invitation-unknown') : store.people.invitation(id, clock.now())
}
