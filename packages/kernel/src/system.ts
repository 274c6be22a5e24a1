import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Clock, Stopwatch } from './clock.ts'
import type { Ids, Tokens } from './id.ts'

// The only module that uses the machine's clock and random generator. Only an app's main.ts binds it.

export const systemClock: Clock = { now: () => Date.now() }
export const systemStopwatch: Stopwatch = { elapsed: () => performance.now() }
export const systemIds: Ids = { next: () => randomUUID() }
export const systemTokens: Tokens = { bytes: pooledBytes }
export const systemSleep = (milliseconds: number): Promise<void> => wait(milliseconds)

/** All that a server or command binds of the machine. */
export const system = { clock: systemClock, ids: systemIds, tokens: systemTokens, sleep: systemSleep }

/** Random bytes drawn from the system in one batch. Each byte is used once and then overwritten. */
const POOL_BYTES = 4096
let pool = new Uint8Array(0)
let usedBytes = 0

function pooledBytes(length: number): Uint8Array {
  if (length > POOL_BYTES) return randomBytes(length)
  if (usedBytes + length > pool.length) {
    pool = Uint8Array.from(randomBytes(POOL_BYTES))
    usedBytes = 0
  }
  const bytes = pool.slice(usedBytes, usedBytes + length)
  pool.fill(0, usedBytes, usedBytes + length)
  usedBytes += length
  return bytes
}
