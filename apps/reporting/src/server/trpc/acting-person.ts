import { ownerOf, type Person } from '@wayproof/accounts/accounts/person'
import { mailboxHash } from '@wayproof/kernel/people/mailbox'
import type { ActingPerson } from '@wayproof/kernel/people/second-person'
import type { OwningPerson } from '@wayproof/scorecard/closing/period-close'
import type { Services } from './context.ts'

type PersonPorts = Pick<Services, 'store' | 'keyring'>

/** A user as a person who acts where two people are required. */
export async function actingPerson(
  { store, keyring }: PersonPorts,
  { id, name, email }: Person,
): Promise<ActingPerson> {
  return { id, name, mailbox: mailboxHash(keyring, email), confirmed: await store.appointments.isConfirmed(id) }
}

/** The same, with the goals they own. */
export async function owningPerson(services: PersonPorts, person: Person): Promise<OwningPerson> {
  return { ...(await actingPerson(services, person)), owner: ownerOf(person.role) }
}
