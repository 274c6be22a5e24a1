import { actingPerson } from '../trpc/acting-person.ts'
import type { Parts } from '../trpc/context.ts'
import type { Colleague } from './confirmers.ts'

/** All users, as persons who may act as second person. */
export async function colleagues(parts: Pick<Parts, 'store' | 'keyring'>): Promise<readonly Colleague[]> {
  const users = await parts.store.people.list()
  return Promise.all(users.map(async (user) => ({ ...(await actingPerson(parts, user)), role: user.role })))
}
