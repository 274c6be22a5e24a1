import { type ActingPerson, mailboxHash } from '@wayproof/kernel'
import type { OwningPerson } from '@wayproof/scorecard'
import { ownerOf, type Person } from '@wayproof/store'
import type { Parts } from './context.ts'

type Known = Pick<Parts, 'store' | 'keyring'>

/** A user as a person who acts where two people are required. */
export async function actingPerson({ store, keyring }: Known, { id, name, email }: Person): Promise<ActingPerson> {
  return { id, name, mailbox: mailboxHash(keyring, email), confirmed: await store.appointments.isConfirmed(id) }
}

/** The same, with the goals they own. */
export async function owningPerson(parts: Known, person: Person): Promise<OwningPerson> {
  return { ...(await actingPerson(parts, person)), owner: ownerOf(person.role) }
}
