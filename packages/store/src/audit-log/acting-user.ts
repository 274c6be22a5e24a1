import { AsyncLocalStorage } from 'node:async_hooks'
import type { Id } from '@wayproof/kernel'

const current = new AsyncLocalStorage<Id>()

/** Runs `work` for a user: audit entries that it writes name this user as the actor. */
export const actingAs = <T>(userId: Id, work: () => T): T => current.run(userId, work)

/** The user for whom the current call runs; null if there is none. */
export const actingUser = (): Id | null => current.getStore() ?? null
