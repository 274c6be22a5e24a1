import { poissonAtMost } from '../distributions/poisson.ts'

/** Periods in a row on one side of their means. */
export interface Run {
  /** Number of periods. */
  readonly length: number
  /** The mean of each period in order; null for one that is not judged, which ends a run. */
  readonly means: readonly (number | null)[]
}

/**
 * Probability that independent Poisson counts with these means, taken as known, have a run of at least `length` anywhere, on
 * either side. A count that equals its mean ends a run. A Markov chain over the length so far (Fu and Koutras 1994).
 */
export function runChance({ length, means }: Run): number {
  let reached = 0
  let level = 1
  // Probability of each length so far, from 1; the lists end below `length`.
  let below: number[] = []
  let above: number[] = []
  const extend = (own: readonly number[], other: readonly number[], chance: number): number[] => {
    const fresh = level + other.reduce((sum, p) => sum + p, 0)
    const longer = [fresh, ...own].map((p) => p * chance)
    reached += longer[length - 1] ?? 0
    return longer.slice(0, length - 1)
  }
  for (const mean of means) {
    const chances = mean === null ? { below: 0, above: 0 } : sidesOf(mean)
    const alive = 1 - reached
    const next = [extend(below, above, chances.below), extend(above, below, chances.above)] as const
    level = alive * (1 - chances.below - chances.above)
    ;[below, above] = next
  }
  return Math.min(1, reached)
}

const sidesOf = (mean: number) => ({
  below: poissonAtMost({ count: Math.ceil(mean) - 1, mean }),
  above: 1 - poissonAtMost({ count: Math.floor(mean), mean }),
})
