import type { Person, UserRole } from '@wayproof/accounts/accounts/person'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { mailboxHash } from '@wayproof/kernel/people/mailbox'
import type { ApprovalAct } from '../approvals/approval-act.ts'
import { type ApprovalServices, askApproval } from '../approvals/ask-approval.ts'

interface Loss extends Pick<Person, 'id' | 'name' | 'email'> {
  /** The new role; null when the account is removed. */
  readonly to: UserRole | null
}

/**
 * Asks for a second person before an officer loses the role. Fault `last-officer` if no other confirmed officer would be
 * left, and those of `askApproval`.
 */
export async function askRoleLoss(
  services: ApprovalServices,
  actor: Person,
  { id, name, email, to }: Loss,
): Promise<Outcome<{ readonly waits: boolean }>> {
  const { store, keyring } = services
  const officers = (await store.people.list()).filter((user) => user.role === 'officer' && user.id !== id)
  const others = await Promise.all(officers.map((officer) => store.appointments.isConfirmed(officer.id)))
  if (!others.includes(true)) return fail('last-officer')
  const differences = [
    { field: 'person', before: null, after: name },
    { field: 'role', before: 'officer', after: to },
  ]
  const about = [{ id, mailbox: mailboxHash(keyring, email) }]
  const asked = await askApproval(services, actor, {
    kind: 'role-loss',
    subject: id,
    differences,
    details: { to },
    about,
  })
  return asked.ok ? ok({ waits: true }) : asked
}

/**
 * Removes an account or an invitation; an officer's account only with a second person.
 * Faults: `person-unknown`, and those of `askRoleLoss`.
 */
export async function removePerson(
  services: ApprovalServices,
  { id, actor }: { readonly id: Id; readonly actor: Person },
): Promise<Outcome<{ readonly waits: boolean }>> {
  const { store, clock } = services
  const person = (await store.people.list()).find((user) => user.id === id)
  if (person?.role === 'officer') return askRoleLoss(services, actor, { ...person, to: null })
  const removed = await store.people.revoke({ id, by: actor }, clock.now())
  return removed.ok ? ok({ waits: false }) : removed
}

export const roleLossAct: ApprovalAct = {
  approve: async ({ store, clock, user }, { subject: id, details, proposedBy }, decide) => {
    const { to } = details as { readonly to: UserRole | null }
    const now = clock.now()
    return decide(() =>
      to === null
        ? store.people.revoke({ id, by: { id: user.id, name: `${proposedBy.name}, ${user.name}` } }, now)
        : store.people.changeRole({ id, role: to, appointment: null }, now),
    )
  },
}
