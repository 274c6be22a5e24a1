import { setTimeout as wait } from 'node:timers/promises'
import type { House, Mortal } from '@wayproof/local-stack'
import type { Deadline } from './deadline.ts'
import type { KillMoment } from './kill-moments.ts'

/** After a kill an app works again within this time (milliseconds). */
export const START_LIMIT_MS = 5_000
/** A start may be slow because the machine is busy with other things; three in a row say something of ours. */
const TRIES = 3

/** The work as it goes on. */
export interface Work {
  /** How much of it is done. */
  readonly done: () => number
  /** Whether there is none left, so that waiting for more would be in vain. */
  readonly over: () => boolean | Promise<boolean>
  readonly deadline: Deadline
  readonly killed: (times: number) => void
}

/**
 * Kills an app at each moment and starts it again. Gives the milliseconds of the slowest start, measured up to three
 * times where it was beyond the limit. Rejects when the app does not start any more.
 */
export async function killAgainAndAgain(
  house: House,
  name: Mortal,
  moments: readonly KillMoment[],
  { done, over, deadline, killed }: Work,
): Promise<number> {
  let slowest = 0
  let started = Promise.resolve(0)
  for (const [index, { kind, after, delay }] of moments.entries()) {
    if (kind === 'working') {
      slowest = Math.max(slowest, await patiently(house, name, started))
      await deadline.until(async () => done() >= after || (await over()), 5)
    }
    await wait(delay)
    await house.kill(name)
    started = house.revive(name)
    // A start that the next kill breaks off tells nothing.
    started.catch(() => {})
    killed(index + 1)
  }
  return Math.max(slowest, await patiently(house, name, started))
}

async function patiently(house: House, name: Mortal, started: Promise<number>): Promise<number> {
  let took = await started
  for (let tries = 1; tries < TRIES && took > START_LIMIT_MS; tries++) {
    await house.kill(name)
    took = await house.revive(name)
  }
  return took
}
