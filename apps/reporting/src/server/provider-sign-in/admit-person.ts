import type { Person } from '@wayproof/accounts/accounts/person'
import { admitNewPerson } from './admit-new-person.ts'
import { admitUser } from './admit-user.ts'
import type { AdmitServices, Admitted } from './admitted.ts'
import { ProviderRefused } from './provider-refusal.ts'
import type { SignedInPerson } from './signed-in-person.ts'

/**
 * Returns the user of the person who signs in, created or changed according to the claims. Throws `ProviderRefused`.
 */
export async function admitPerson(services: AdmitServices, person: SignedInPerson): Promise<Admitted> {
  // The first officer signs up with a link, so no one else comes first.
  if (!(await services.store.people.anybody())) throw new ProviderRefused('nobody-yet', 'nobody-yet')
  const foundUser = await userOf(services, person)
  if (foundUser) return admitUser(services, person, foundUser)
  return { userId: await admitNewPerson(services, person), notice: null }
}

interface FoundUser {
  readonly user: Person
  /** False if the account of the same address is about to be linked. */
  readonly isLinked: boolean
}

/** Found by the provider's account, otherwise by the address that the provider has verified. */
async function userOf({ store }: AdmitServices, { identity, email }: SignedInPerson): Promise<FoundUser | null> {
  const users = await store.people.list()
  const id = await store.providerAccounts.userOf(identity)
  const linkedUser = users.find((user) => user.id === id)
  if (linkedUser) return { user: linkedUser, isLinked: true }
  if (email === null) throw new ProviderRefused('no-email', 'no verified email')
  const user = users.find((candidate) => candidate.email === email)
  return user ? { user, isLinked: false } : null
}
