import { type Id, mailboxHash } from '@wayproof/kernel'
import { equalBytes } from '@wayproof/kernel/keyring'
import type { UserRole } from '@wayproof/store'
import type { Parts } from '../trpc/context.ts'

export type OfficeFault = 'handler-is-officer' | 'administrator-apart'

/** Returns why one mailbox must not have these two roles; null if it may. */
function roleFault(one: UserRole, other: UserRole): OfficeFault | null {
  if ([one, other].toSorted().join() === 'case-handler,officer') return 'handler-is-officer'
  return (one === 'administrator') === (other === 'administrator') ? null : 'administrator-apart'
}

interface Candidate {
  /** The account whose role changes; null for an invitation. */
  readonly id: Id | null
  readonly email: string
  readonly role: UserRole
}

/** Says whether this mailbox, in any spelling, has or will have a role that must belong to another person. */
export async function officeFault(
  { store, clock, keyring }: Pick<Parts, 'store' | 'clock' | 'keyring'>,
  { id, email, role }: Candidate,
): Promise<OfficeFault | null> {
  const accounts = (await store.people.accounts()).filter((account) => account.id !== id)
  const held = [
    ...accounts,
    ...accounts.flatMap((account) => (account.proposal ? [{ email: account.email, role: account.proposal.role }] : [])),
    // An open invitation of the same address is replaced, so it does not count.
    ...(await store.people.invitations(clock.now())).filter((invitation) => invitation.email !== email),
  ]
  const mailbox = mailboxHash(keyring, email)
  for (const other of held) {
    const fault = roleFault(role, other.role)
    if (fault && other.email && equalBytes(mailboxHash(keyring, other.email), mailbox)) return fault
  }
  return null
}
