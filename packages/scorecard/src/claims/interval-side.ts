import type { Interval } from '../verdict.ts'

/** Position of an interval: all of it reaches the target, all of it misses, or the target is inside. */
export function intervalSide({ lower, upper }: Interval, target: number): 'reaches' | 'misses' | 'inside' {
  if (lower >= target) return 'reaches'
  return upper < target ? 'misses' : 'inside'
}
