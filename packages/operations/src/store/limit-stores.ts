import { type CallLimitStore, callLimitStore } from '@wayproof/accounts/sign-in/call-limit-store'
import { type TryCountStore, tryCountStore } from '@wayproof/accounts/tries/try-count-store'
import type { StoreDatabase } from '@wayproof/database/store-database'
import type { Ids } from '@wayproof/kernel/id'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import type { SharedPlaces } from '@wayproof/letters/delivery/rate-window'
import { letterRateStore } from '@wayproof/letters/letter-rate/letter-rate-store'

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
