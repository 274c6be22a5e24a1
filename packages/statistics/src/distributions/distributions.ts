import { finite } from './finite.ts'
import { incompleteBeta } from './incomplete-beta.ts'
import { incompleteGamma } from './incomplete-gamma.ts'
import { betaInverse, normalInverse, studentInverse } from './quantiles.ts'

/** One value of a distribution; `null` if infinite or undefined. */
export interface Value {
  readonly value: number | null
}

/** Quantile of the standard normal distribution. */
export const normalQuantile = ({ p }: { p: number }): Value => ({ value: finite(normalInverse(p)) })

/** Quantile of Student's t with `df` degrees of freedom. */
export const tQuantile = ({ p, df }: { p: number; df: number }): Value => ({ value: finite(studentInverse(p, df)) })

/** Quantile of Beta(a, b). */
export const betaQuantile = ({ p, a, b }: { p: number; a: number; b: number }): Value => ({
  value: finite(betaInverse(p, a, b)),
})

/** P(X <= x) for Beta(a, b). */
export const betaCdf = ({ x, a, b }: { x: number; a: number; b: number }): Value => ({
  value: finite(incompleteBeta(x, a, b).lower),
})

/** P(X > x) for chi-square with `df` degrees of freedom. */
export const chiSquareSf = ({ x, df }: { x: number; df: number }): Value => ({
  value: finite(incompleteGamma(x / 2, df / 2).upper),
})
