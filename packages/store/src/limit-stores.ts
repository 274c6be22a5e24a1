import type { Ids } from '@wayproof/kernel'
import type { Keyring } from '@wayproof/kernel/keyring'
import type { SharedPlaces } from '@wayproof/letters'
import type { StoreDatabase } from './engine/store-database.ts'
import { letterRateStore } from './letter-rate/letter-rate-store.ts'
import { type CallLimitStore, callLimitStore } from './sign-in/call-limit-store.ts'
import { type TryCountStore, tryCountStore } from './tries/try-count-store.ts'

/** Limits that all processes of an installation share. */
export interface LimitStores {
  readonly callLimits: CallLimitStore
  readonly tryCounts: TryCountStore
  readonly letterRate: SharedPlaces
}

export const limitStores = (
  database: StoreDatabase,
  deps: { readonly ids: Ids; readonly keyring: Keyring },
): LimitStores => ({
  callLimits: callLimitStore(database, deps.keyring),
  tryCounts: tryCountStore(database),
  letterRate: letterRateStore(database, deps),
})
