import { AsyncLocalStorage } from 'node:async_hooks'

const current = new AsyncLocalStorage<string>()

/** Runs `work` as one request. Its id stands in the answer and in the log, and is all an error tells. */
export const withRequestId = <T>(id: string, work: () => T): T => current.run(id, work)

/** The id of the running request; null outside of one. */
export const requestId = (): string | null => current.getStore() ?? null
