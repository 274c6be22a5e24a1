import { incompleteGamma } from './incomplete-gamma.ts'

/** P(X <= count) for a Poisson count with this mean. */
export function poissonAtMost({ count, mean }: { count: number; mean: number }): number {
  if (count < 0) return 0
  return mean === 0 ? 1 : incompleteGamma(mean, count + 1).upper
}
