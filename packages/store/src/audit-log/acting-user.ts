import { AsyncLocalStorage } from 'node:async_hooks'
import type { Id, Instant } from '@wayproof/kernel'

/** The user for whom a call runs, and when the call began. */
export interface Acting {
  readonly userId: Id
  readonly at: Instant
}

const current = new AsyncLocalStorage<Acting>()

/** Runs `work` for a user: audit entries that it writes name this user as the actor. */
export const actingAs = <T>(acting: Acting, work: () => T): T => current.run(acting, work)

/** The user for whom the current call runs; null if there is none. */
export const actingUser = (): Acting | null => current.getStore() ?? null
