import { AsyncLocalStorage } from 'node:async_hooks'

const current = new AsyncLocalStorage<string>()

/** Runs `work` as one request. Its ID is in the response and in the log, and is all that an error shows. */
export const withRequestId = <T>(id: string, work: () => T): T => current.run(id, work)

/** The ID of the current request; null outside of one. */
export const requestId = (): string | null => current.getStore() ?? null
