import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Clock, Stopwatch } from './clock.ts'
import type { Ids, Tokens } from './id.ts'

// The only module that uses the machine's clock and random generator. Only an app's main.ts binds it.

export const systemClock: Clock = { now: () => Date.now() }
export const systemStopwatch: Stopwatch = { elapsed: () => performance.now() }
export const systemIds: Ids = { next: () => randomUUID() }
export const systemTokens: Tokens = { bytes: drawn }
export const systemSleep = (milliseconds: number): Promise<void> => wait(milliseconds)

/** Random bytes drawn from the system in one batch. Each byte is used once and then overwritten. */
const DRAWN_BYTES = 4096
let pool = new Uint8Array(0)
let used = 0

function drawn(length: number): Uint8Array {
  if (length > DRAWN_BYTES) return randomBytes(length)
  if (used + length > pool.length) {
    pool = Uint8Array.from(randomBytes(DRAWN_BYTES))
    used = 0
  }
  const bytes = pool.slice(used, used + length)
  pool.fill(0, used, used + length)
  used += length
  return bytes
}
