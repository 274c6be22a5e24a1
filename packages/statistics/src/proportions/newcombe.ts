import { finite } from '../distributions/finite.ts'
import { hybridInterval } from './hybrid-interval.ts'
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
  const { lower, upper } = hybridInterval(
    { share: p1, ...scoreInterval(p1, n1, level) },
    { share: p2, ...scoreInterval(p2, n2, level) },
  )
  return { lower: finite(lower), upper: finite(upper) }
}
