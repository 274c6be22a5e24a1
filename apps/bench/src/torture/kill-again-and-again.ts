import { setTimeout as wait } from 'node:timers/promises'
import type { LocalStack, RestartableApp } from '@wayproof/local-stack/local-stack'
import type { Random } from '@wayproof/sample-company/random'
import type { Deadline } from './deadline.ts'

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

/** When an app is killed. */
interface KillMoment {
  /** `starting`: so soon after its start that it may not work yet; else once `after` of the work is done. */
  readonly kind: 'starting' | 'working'
  readonly after: number
  /** Additional milliseconds. */
  readonly delay: number
}

/** Maximum share of the work before a kill, so that some is left for each. */
const DONE_AT_LAST = 0.7
const KILLED_STARTING = 0.2

/** Returns `kills` random moments over `work` pieces of work, the same for the same draws. */
export function killMoments(draw: Random, kills: number, work: number): readonly KillMoment[] {
  const last = Math.floor(work * DONE_AT_LAST)
  const points = Array.from({ length: kills }, () => draw.between(0, last)).sort((a, b) => a - b)
  return points.map((after) =>
    draw.chance(KILLED_STARTING)
      ? { kind: 'starting', after, delay: draw.between(0, 800) }
      : { kind: 'working', after, delay: draw.between(0, 30) },
  )
}
