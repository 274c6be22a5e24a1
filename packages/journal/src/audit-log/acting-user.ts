import { AsyncLocalStorage } from 'node:async_hooks'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'

/** The user or API key for whom a call runs, and when the call began. */
export interface Acting {
  readonly actorId: Id
  readonly at: Instant
}

const current = new AsyncLocalStorage<Acting>()

/** Runs `work` for a user or API key: audit entries that it writes name this actor. */
export const actingAs = <T>(acting: Acting, work: () => T): T => current.run(acting, work)

/** Runs `work` for nobody: acts that only users carry out write no entry. */
export const actingAsNobody = <T>(work: () => T): T => current.exit(work)

/** The actor of the current call; null if there is none. */
export const actingUser = (): Acting | null => current.getStore() ?? null
