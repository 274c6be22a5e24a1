import type { Timing } from '../timing.ts'
import { codeOf } from './postgresql-fault.ts'

const MOST_TRIES = 20
/** Pause before the second attempt; each later pause may be twice as long. */
const FIRST_PAUSE_MS = 5
const LONGEST_PAUSE_MS = 200

/**
 * Runs `work` and repeats it after a conflict with another transaction (40001, 40P01), at most 20 times. Pauses grow,
 * and each has another fraction, which keeps two transactions from meeting again. A duplicate key is repeated once:
 * another transaction may have stored the row after `work` had looked for it, and the next time `work` finds it.
 */
export async function retryConflicts<T>({ sleep, now }: Timing, work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work()
    } catch (error) {
      if (tries === MOST_TRIES || !isConflict(error, tries)) throw error
      await sleep(pause(tries, now()))
    }
  }
}

/** Fractions of the golden ratio are spread evenly, whatever the clock of the caller does. */
const GOLDEN_RATIO = 0.618034
let pauses = 0

/** The clock makes the pauses of two processes differ. */
function pause(tries: number, now: number): number {
  pauses += 1
  const jitter = ((pauses + now) * GOLDEN_RATIO) % 1
  return jitter * Math.min(FIRST_PAUSE_MS * 2 ** tries, LONGEST_PAUSE_MS)
}

/** PostgreSQL's codes for a serialization failure and a deadlock, and Prisma's code for either. */
const CONFLICTS: ReadonlySet<string> = new Set(['40001', '40P01', 'P2034'])

/** PostgreSQL's code for a duplicate key, and Prisma's. */
const DUPLICATES: ReadonlySet<string> = new Set(['23505', 'P2002'])

const isConflict = (error: unknown, tries: number): boolean =>
  error instanceof Error && (CONFLICTS.has(codeOf(error)) || (tries === 1 && DUPLICATES.has(codeOf(error))))
