import { binomialMass } from './saddle-point.ts'
import type { Tails } from './tails.ts'

const TINY = 1e-300

/**
 * Continued fraction of the incomplete beta function (DLMF 8.17.22) by Lentz's method; takes about sqrt(max(a, b))
 * steps.
 */
function fraction(x: number, a: number, b: number): number {
  const guard = (value: number) => (Math.abs(value) < TINY ? TINY : value)
  let c = 1
  let d = 1 / guard(1 - ((a + b) * x) / (a + 1))
  let result = d
  for (let m = 1; m < 1_000_000; m++) {
    const evenTerm = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / guard(1 + evenTerm * d)
    c = guard(1 + evenTerm / c)
    result *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / guard(1 + odd * d)
    c = guard(1 + odd / c)
    result *= d * c
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  return result
}

/**
 * Both tails of the regularized incomplete beta function at x (y = 1 - x), shapes a, b > 0. A tiny tail keeps its
 * relative precision, which 1 minus the other tail would lose.
 */
export function incompleteBeta(x: number, a: number, b: number, y = 1 - x): Tails {
  if (!(a > 0 && b > 0) || Number.isNaN(x)) return { lower: Number.NaN, upper: Number.NaN }
  if (x <= 0) return { lower: 0, upper: 1 }
  if (y <= 0) return { lower: 1, upper: 0 }
  const mass = binomialMass(a, a + b, x, y) / (a + b)
  if (x < (a + 1) / (a + b + 2)) {
    const lower = mass * b * fraction(x, a, b)
    return { lower, upper: 1 - lower }
  }
  const upper = mass * a * fraction(y, b, a)
  return { lower: 1 - upper, upper }
}
