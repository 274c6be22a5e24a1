import { AsyncLocalStorage } from 'node:async_hooks'
import type { HttpBindings } from '@hono/node-server'
import type { CallerAddress } from '@wayproof/kernel/network/caller-address'
import type { Context } from 'hono'

const current = new AsyncLocalStorage<string | null>()

/** Runs `work` for the caller from this address; null if the address does not distinguish callers. */
export const withCaller = <T>(address: string | null, work: () => T): T => current.run(address, work)

/** The address of the current caller; null if there is none. */
export const caller = (): string | null => current.getStore() ?? null

/** The address of the caller of a request. */
export const callerOf = (
  services: { readonly callerAddress: CallerAddress },
  c: Context<{ Bindings: Partial<HttpBindings> }>,
) => services.callerAddress(c.env?.incoming?.socket.remoteAddress, c.req.header('x-forwarded-for'))
