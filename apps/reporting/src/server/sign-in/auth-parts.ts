import type { Clock, Ids, Tokens } from '@wayproof/kernel'
import type { Keyring } from '@wayproof/kernel/keyring'
import type { Log } from '@wayproof/kernel/operation-log'
import type { PasswordCost, Store } from '@wayproof/store'

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
