import { poissonMass } from './saddle-point.ts'
import type { Tails } from './tails.ts'

const TINY = 1e-300
const STEPS = 1_000_000

/** Series for the lower tail (DLMF 8.7.1), accurate below the mean. */
function series(x: number, shape: number): number {
  let term = 1
  let sum = 1
  for (let i = 1; i < STEPS && term > sum * 1e-17; i++) {
    term *= x / (shape + i)
    sum += term
  }
  return sum
}

/** Continued fraction for the upper tail (DLMF 8.9.2) by Lentz's method, accurate above the mean. */
function fraction(x: number, shape: number): number {
  let b = x + 1 - shape
  let c = 1 / TINY
  let d = 1 / b
  let result = d
  for (let i = 1; i < STEPS; i++) {
    const step = -i * (i - shape)
    b += 2
    d = 1 / (step * d + b || TINY)
    c = b + step / c || TINY
    result *= d * c
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  return result
}

/** Both tails of the regularized incomplete gamma function: Gamma(shape, rate 1) at x. */
export function incompleteGamma(x: number, shape: number): Tails {
  if (!(shape > 0) || Number.isNaN(x)) return { lower: Number.NaN, upper: Number.NaN }
  if (x <= 0) return { lower: 0, upper: 1 }
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 }
  const mass = poissonMass(shape, x)
  if (x < shape + 1) {
    const lower = mass * series(x, shape)
    return { lower, upper: 1 - lower }
  }
  const upper = mass * shape * fraction(x, shape)
  return { lower: 1 - upper, upper }
}
