import { binomialAtLeast, binomialAtMost, binomialTwoSided } from '../distributions/binomial.ts'
import { incompleteBeta } from '../distributions/incomplete-beta.ts'

/** Comparison of `x` of `n` with a target share. */
export interface TargetTest {
  /** Exact p against "at least the target", P(X <= x). */
  readonly pLess: number
  /** Exact p against "at most the target", P(X >= x). */
  readonly pGreater: number
  readonly pTwoSided: number
  /** Posterior probability that the share is at least the target, under Jeffreys' prior Beta(0.5, 0.5). */
  readonly posteriorAtLeast: number
}

/** Exact binomial tests of a share against a target (R's binom.test), and the Jeffreys posterior. */
export function binomialVsTarget({ x, n, target }: { x: number; n: number; target: number }): TargetTest {
  return {
    pLess: binomialAtMost(x, n, target),
    pGreater: binomialAtLeast(x, n, target),
    pTwoSided: binomialTwoSided(x, n, target),
    posteriorAtLeast: incompleteBeta(target, x + 0.5, n - x + 0.5).upper,
  }
}
