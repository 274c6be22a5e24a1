import type { Person } from '@wayproof/store'
import { admitNewPerson } from './admit-new-person.ts'
import { admitUser } from './admit-user.ts'
import type { AdmitParts, Admitted } from './admitted.ts'
import { ProviderRefused } from './provider-refusal.ts'
import type { SignedInPerson } from './signed-in-person.ts'

/**
 * Returns the user of the person who signs in, created or changed according to the claims. Throws `ProviderRefused`.
 */
export async function admitPerson(parts: AdmitParts, person: SignedInPerson): Promise<Admitted> {
  // The first officer signs up with a link, so no one else comes first.
  if (!(await parts.store.people.anybody())) throw new ProviderRefused('nobody-yet', 'nobody-yet')
  const found = await userOf(parts, person)
  if (found) return admitUser(parts, person, found)
  return { userId: await admitNewPerson(parts, person), notice: null }
}

interface FoundUser {
  readonly user: Person
  /** False if the account of the same address is about to be linked. */
  readonly linked: boolean
}

/** Found by the provider's account, otherwise by the address that the provider has verified. */
async function userOf({ store }: AdmitParts, { identity, email }: SignedInPerson): Promise<FoundUser | null> {
  const users = await store.people.list()
  const id = await store.providerAccounts.userOf(identity)
  const linked = users.find((user) => user.id === id)
  if (linked) return { user: linked, linked: true }
  if (email === null) throw new ProviderRefused('no-email', 'no verified email')
  const user = users.find((one) => one.email === email)
  return user ? { user, linked: false } : null
}
