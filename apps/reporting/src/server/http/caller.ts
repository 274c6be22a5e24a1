import { AsyncLocalStorage } from 'node:async_hooks'

const current = new AsyncLocalStorage<string | null>()

/** Runs `work` for whoever calls from this address; null where the address tells nobody from the others. */
export const withCaller = <T>(address: string | null, work: () => T): T => current.run(address, work)

/** The address of whoever is being answered; null where there is none. */
export const caller = (): string | null => current.getStore() ?? null
