import { fail, type Id, mailboxHash, type Outcome, ok } from '@wayproof/kernel'
import { APPOINTED_ROLES, type Person, type UserRole } from '@wayproof/store'
import type { Parts } from '../trpc/context.ts'
import { officeFault } from './office-fault.ts'

interface ChangeRole {
  readonly id: Id
  readonly role: UserRole
  readonly by: Person
}

/**
 * Changes a person's role at once. A role of officer or case handler is only proposed, and another person confirms it.
 * `waits` says which.
 * Faults: `own-role`, `person-unknown`, `role-unchanged`, `last-officer`, and those of `officeFault`.
 */
export async function changeRole(
  parts: Pick<Parts, 'store' | 'clock' | 'ids' | 'keyring'>,
  { id, role, by }: ChangeRole,
): Promise<Outcome<{ readonly waits: boolean }>> {
  const { store, clock, ids, keyring } = parts
  if (id === by.id) return fail('own-role')
  const person = (await store.people.list()).find((each) => each.id === id)
  if (!person) return fail('person-unknown')
  const fault = await officeFault(parts, { ...person, role })
  if (fault) return fail(fault)
  const waits = APPOINTED_ROLES.some((each) => each === role)
  const appointedBy = { id: by.id, name: by.name, mailbox: mailboxHash(keyring, by.email) }
  const appointment = waits ? { id: ids.next(), mailbox: mailboxHash(keyring, person.email), by: appointedBy } : null
  const changed = await store.people.changeRole({ id, role, appointment }, clock.now())
  return changed.ok ? ok({ waits }) : changed
}
