import type { PasswordCost } from '@wayproof/accounts/accounts/password-hash'
import type { Clock } from '@wayproof/kernel/clock'
import type { Ids, Tokens } from '@wayproof/kernel/id'
import type { Log } from '@wayproof/kernel/operation-log'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import type { Store } from '@wayproof/operations/store/open-store'

/** Records of the sign-in library. */
export type AuthRecords = Awaited<ReturnType<Store['authRecords']>>

/** Dependencies of signing in. */
export interface AuthServices {
  readonly store: Pick<Store, 'accounts' | 'auditLog' | 'authRecords' | 'callLimits' | 'organisation'>
  readonly clock: Clock
  readonly ids: Ids
  readonly tokens: Tokens
  readonly keyring: Keyring
  readonly timeZone: string
  readonly reportingUrl: string
  /** Only tests lower it. */
  readonly passwordCost?: PasswordCost | undefined
  readonly log: Log
}
