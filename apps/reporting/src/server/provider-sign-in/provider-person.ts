import type { Person } from '@wayproof/store'
import type { ProviderSettings } from '../../provider-config.ts'

/** No user has it: ids of users are UUIDs. */
export const PROVIDER_ID = 'sign-in-provider'

/** The provider where it proposes somebody: it may do what an administrator may. */
export const providerPerson = ({ name, issuer }: ProviderSettings): Person => ({
  id: PROVIDER_ID,
  name,
  email: issuer,
  role: 'administrator',
  locale: 'en',
})
