import type { Person, UserRole } from '@wayproof/accounts/accounts/person'
import { APPOINTED_ROLES } from '@wayproof/accounts/appointments/appointment'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { mailboxHash } from '@wayproof/kernel/people/mailbox'
import type { Services } from '../trpc/context.ts'
import { askAppointment } from './appointment-act.ts'
import { askRoleLoss } from './lose-role.ts'
import { officeFault } from './office-fault.ts'
import { tellOfReader } from './tell-of-reader.ts'

interface ChangeRole {
  readonly id: Id
  readonly role: UserRole
  readonly actor: Person
}

/**
 * Changes a person's role at once. Another person approves a role of officer or case handler, and the loss of the role of
 * officer.
 * `waits` says which.
 * Faults: `own-role`, `person-unknown`, `role-unchanged`, `last-officer`, and those of `officeFault`.
 */
export async function changeRole(
  services: Pick<Services, 'store' | 'clock' | 'ids' | 'keyring'>,
  { id, role, actor }: ChangeRole,
): Promise<Outcome<{ readonly waits: boolean }>> {
  const { store, clock, ids, keyring } = services
  if (id === actor.id) return fail('own-role')
  const person = (await store.people.list()).find((candidate) => candidate.id === id)
  if (!person) return fail('person-unknown')
  const fault = await officeFault(services, { ...person, role })
  if (fault) return fail(fault)
  const needsConfirmation = APPOINTED_ROLES.some((appointedRole) => appointedRole === role)
  if (!needsConfirmation && person.role === 'officer') return askRoleLoss(services, actor, { ...person, to: role })
  if (!needsConfirmation) {
    const change = await store.people.changeRole({ id, role, appointment: null }, clock.now())
    if (!change.ok) return change
    if (person.role === 'administrator') await tellOfReader(services, { ...person, role })
    return ok({ waits: false })
  }
  const by = { id: actor.id, name: actor.name, mailbox: mailboxHash(keyring, actor.email) }
  const appointment = { id: ids.next(), mailbox: mailboxHash(keyring, person.email), by }
  const { name, email, role: roleNow } = person
  const asked = await askAppointment(
    services,
    actor,
    { id: appointment.id, userId: id, name, email, role, roleNow },
    () => store.people.changeRole({ id, role, appointment }, clock.now()),
  )
  return asked.ok ? ok({ waits: true }) : asked
}
