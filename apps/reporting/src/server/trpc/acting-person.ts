import { type ActingPerson, mailboxHash } from '@wayproof/kernel'
import type { OwningPerson } from '@wayproof/scorecard'
import { ownerOf, type Person } from '@wayproof/store'
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
