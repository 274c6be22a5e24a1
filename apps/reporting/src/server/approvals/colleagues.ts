import type { Locale } from '@wayproof/kernel/people/locale'
import { actingPerson } from '../trpc/acting-person.ts'
import type { Services } from '../trpc/context.ts'
import type { Colleague } from './approvers.ts'

/** All users, as persons who may act as second person. */
export async function colleagues(
  services: Pick<Services, 'store' | 'keyring'>,
): Promise<readonly (Colleague & { readonly locale: Locale })[]> {
  const users = await services.store.people.list()
  return Promise.all(
    users.map(async (user) => ({ ...(await actingPerson(services, user)), role: user.role, locale: user.locale })),
  )
}
