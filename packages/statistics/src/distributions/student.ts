import { incompleteBeta } from './incomplete-beta.ts'

/** Two-sided p of Student's t with `df` degrees of freedom: the incomplete beta function at df / (df + t²). */
export function studentTwoSided(t: number, df: number): number {
  const square = t * t
  if (square === Number.POSITIVE_INFINITY) return 0
  return incompleteBeta(df / (df + square), df / 2, 0.5, square / (df + square)).lower
}
