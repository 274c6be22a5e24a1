import type { ApiScope } from '@wayproof/accounts/accounts/api-key-store'
import { REGISTER_IDS } from '../register.ts'
import { IMPORTED_REGISTERS } from './register-overview-store.ts'

/** Every register can be written; travelers cannot be read. The scorecard can only be read. */
export const API_SCOPES: readonly ApiScope[] = [
  ...IMPORTED_REGISTERS.map((register) => `${register}:write` as const),
  ...REGISTER_IDS.map((register) => `${register}:read` as const),
  'scorecard:read',
]
