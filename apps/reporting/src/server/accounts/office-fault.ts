import type { UserRole } from '@wayproof/accounts/accounts/person'
import type { Id } from '@wayproof/kernel/id'
import { mailboxHash } from '@wayproof/kernel/people/mailbox'
import { equalBytes } from '@wayproof/kernel/secrets/keyring'
import type { Services } from '../trpc/context.ts'

export type OfficeFault = 'handler-is-officer' | 'administrator-apart'

/** Returns why one mailbox must not have these two roles; null if it may. */
function roleFault(role: UserRole, otherRole: UserRole): OfficeFault | null {
  if ([role, otherRole].toSorted().join() === 'case-handler,officer') return 'handler-is-officer'
  return (role === 'administrator') === (otherRole === 'administrator') ? null : 'administrator-apart'
}

interface Candidate {
  /** The account whose role changes; null for an invitation. */
  readonly id: Id | null
  readonly email: string
  readonly role: UserRole
}

/** Says whether this mailbox, in any spelling, has or will have a role that must belong to another person. */
export async function officeFault(
  { store, clock, keyring }: Pick<Services, 'store' | 'clock' | 'keyring'>,
  { id, email, role }: Candidate,
): Promise<OfficeFault | null> {
  const accounts = (await store.people.accounts()).filter((account) => account.id !== id)
  const holders = [
    ...accounts,
    ...accounts.flatMap((account) => (account.proposal ? [{ email: account.email, role: account.proposal.role }] : [])),
    // An open invitation of the same address is replaced, so it does not count.
    ...(await store.people.invitations(clock.now())).filter((invitation) => invitation.email !== email),
  ]
  const mailbox = mailboxHash(keyring, email)
  for (const holder of holders) {
    const fault = roleFault(role, holder.role)
    if (fault && holder.email && equalBytes(mailboxHash(keyring, holder.email), mailbox)) return fault
  }
  return null
}
