import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from './clock.ts'
import type { Ids, Tokens } from './id.ts'

// The one place that touches the machine's clock and randomness. Only an app's main.ts binds it.

export const systemClock: Clock = { now: () => Date.now() }
export const systemIds: Ids = { next: () => randomUUID() }
export const systemTokens: Tokens = { bytes: (length) => randomBytes(length) }
export const systemSleep = (milliseconds: number): Promise<void> => wait(milliseconds)
