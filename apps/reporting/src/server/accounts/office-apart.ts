import { type Id, mailboxHash } from '@wayproof/kernel'
import { equalBytes } from '@wayproof/kernel/keyring'
import type { UserRole } from '@wayproof/store'
import type { Parts } from '../context.ts'

/** Offices that one mailbox never has together. */
const APART: Readonly<Partial<Record<UserRole, UserRole>>> = { 'case-handler': 'officer', officer: 'case-handler' }

interface Candidate {
  /** The account whose role changes; null for an invitation. */
  readonly id: Id | null
  readonly email: string
  readonly role: UserRole
}

/** Whether this mailbox, in any spelling, has or is to have the office that must be another person's. */
export async function holdsOtherOffice(
  { store, clock, keyring }: Pick<Parts, 'store' | 'clock' | 'keyring'>,
  { id, email, role }: Candidate,
): Promise<boolean> {
  const other = APART[role]
  if (other === undefined) return false
  const accounts = (await store.people.accounts()).filter((account) => account.id !== id)
  const invitations = await store.people.invitations(clock.now())
  const inOffice = [
    ...accounts.filter((account) => account.role === other || account.proposal?.role === other),
    ...invitations.filter((invitation) => invitation.role === other),
  ]
  const mailbox = mailboxHash(keyring, email)
  return inOffice.some((one) => one.email && equalBytes(mailboxHash(keyring, one.email), mailbox))
}
