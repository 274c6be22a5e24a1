import { AsyncLocalStorage } from 'node:async_hooks'

const current = new AsyncLocalStorage<string | null>()

/** Runs `work` for the caller from this address; null if the address does not distinguish callers. */
export const withCaller = <T>(address: string | null, work: () => T): T => current.run(address, work)

/** The address of the current caller; null if there is none. */
export const caller = (): string | null => current.getStore() ?? null
