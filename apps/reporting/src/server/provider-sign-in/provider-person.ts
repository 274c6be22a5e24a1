import type { Person } from '@wayproof/accounts/accounts/person'
import type { ProviderSettings } from '../../provider-config.ts'

/** Not the ID of a user, because those are UUIDs. */
export const PROVIDER_ID = 'sign-in-provider'

/** The provider as a proposer: it may do what an administrator may. */
export const providerPerson = ({ name, issuer }: ProviderSettings): Person => ({
  id: PROVIDER_ID,
  name,
  email: issuer,
  role: 'administrator',
  locale: 'en',
})
