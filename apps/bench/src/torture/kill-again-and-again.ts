import { setTimeout as wait } from 'node:timers/promises'
import type { LocalStack, RestartableApp } from '@wayproof/local-stack/local-stack'
import type { Deadline } from './deadline.ts'
import type { KillMoment } from './kill-moments.ts'

/** Time limit for an app to work again after a kill (milliseconds). */
export const START_LIMIT_MS = 5_000
/** One slow start may be the fault of a busy machine; three in a row are ours. */
const TRIES = 3

/** Progress of the work. */
export interface Work {
  /** Share of the work that is done. */
  readonly doneCount: () => number
  /** Whether no work is left, so that waiting would be in vain. */
  readonly isOver: () => boolean | Promise<boolean>
  readonly deadline: Deadline
  readonly killed: (times: number) => void
}

/**
 * Kills an app at each moment and restarts it. Returns the milliseconds of the slowest start, measured up to three
 * times if it exceeds the limit. Rejects if the app does not start any more.
 */
export async function killAgainAndAgain(
  stack: LocalStack,
  name: RestartableApp,
  moments: readonly KillMoment[],
  { doneCount, isOver, deadline, killed }: Work,
): Promise<number> {
  let slowest = 0
  let started = Promise.resolve(0)
  for (const [index, { kind, after, delay }] of moments.entries()) {
    if (kind === 'working') {
      slowest = Math.max(slowest, await patiently(stack, name, started))
      await deadline.waitUntil(async () => doneCount() >= after || (await isOver()), 5)
    }
    await wait(delay)
    await stack.kill(name)
    started = stack.restart(name)
    // A start that the next kill interrupts is not counted.
    started.catch(() => {})
    killed(index + 1)
  }
  return Math.max(slowest, await patiently(stack, name, started))
}

async function patiently(stack: LocalStack, name: RestartableApp, started: Promise<number>): Promise<number> {
  let milliseconds = await started
  for (let attempt = 1; attempt < TRIES && milliseconds > START_LIMIT_MS; attempt++) {
    await stack.kill(name)
    milliseconds = await stack.restart(name)
  }
  return milliseconds
}
