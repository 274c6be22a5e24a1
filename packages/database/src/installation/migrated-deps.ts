import type { Clock } from '@wayproof/kernel/clock'
import type { Ids } from '@wayproof/kernel/id'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import type { KeyBinding } from './key-file.ts'

/** Dependencies of opening a database: its migrations and its key. */
export interface MigratedDeps {
  readonly clock: Clock
  readonly ids: Ids
  readonly keyring: Keyring
  readonly keyBinding?: KeyBinding | undefined
  /** True for a copy that is being restored. */
  readonly isRestored?: boolean | undefined
  readonly sleep: (milliseconds: number) => Promise<void>
}
