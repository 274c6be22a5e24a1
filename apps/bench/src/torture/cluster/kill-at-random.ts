import { setTimeout as wait } from 'node:timers/promises'
import type { LocalPostgresql } from '@wayproof/local-stack/postgresql/local-postgresql'
import type { Random } from '@wayproof/sample-company/random'
import type { Cluster, Instance } from './cluster.ts'

/** Ended processes and servers. */
export interface Ended {
  surveys: number
  schedulers: number
  /** Restarts of the database, half of them in the middle of commits. */
  databases: number
}

const SHORTEST_PAUSE_MS = 700
const LONGEST_PAUSE_MS = 2_000
const SCHEDULERS = 0.25
const DATABASES = 0.2

/** Kills processes and restarts the database for `seconds`; resolves once all work again. */
export async function killAtRandom(
  { surveys, schedulers }: Cluster,
  server: Pick<LocalPostgresql, 'restart' | 'crash'>,
  draw: Random,
  seconds: number,
): Promise<Ended> {
  const ended: Ended = { surveys: 0, schedulers: 0, databases: 0 }
  const starting = new Map<Instance, Promise<void>>()
  const ends = performance.now() + seconds * 1_000
  const kill = (instances: readonly Instance[]): number => {
    // Drawn also if none works, so that the later draws do not depend on how fast processes start.
    const first = draw.between(0, instances.length - 1)
    const instance = [...instances.slice(first), ...instances].find((one) => !starting.has(one))
    if (!instance) return 0
    const again = instance.kill().finally(() => starting.delete(instance))
    starting.set(instance, again)
    return 1
  }
  for (;;) {
    const pause = draw.between(SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS)
    if (performance.now() + pause > ends) break
    await wait(pause)
    if (draw.chance(DATABASES)) {
      ended.databases += 1
      await (ended.databases % 2 === 1 ? server.crash() : server.restart())
    } else if (draw.chance(SCHEDULERS)) ended.schedulers += kill(schedulers)
    else ended.surveys += kill(surveys)
  }
  await Promise.all(starting.values())
  await wait(Math.max(0, ends - performance.now()))
  return ended
}
