import { finite } from '../distributions/finite.ts'
import { scoreInterval } from './wilson.ts'

/** Two independent shares; `n1` and `n2` may be effective sample sizes, which are fractional. */
export interface SharesToCompare {
  readonly p1: number
  readonly n1: number
  readonly p2: number
  readonly n2: number
  readonly level: number
}

/** Hybrid score interval of p2 - p1 from two Wilson intervals (Newcombe 1998, method 10); null without answers. */
export function newcombe({ p1, n1, p2, n2, level }: SharesToCompare): { lower: number | null; upper: number | null } {
  const diff = p2 - p1
  const first = scoreInterval(p1, n1, level)
  const second = scoreInterval(p2, n2, level)
  return {
    lower: finite(diff - Math.hypot(p2 - second.lower, first.upper - p1)),
    upper: finite(diff + Math.hypot(second.upper - p2, p1 - first.lower)),
  }
}
