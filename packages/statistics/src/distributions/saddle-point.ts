/**
 * Binomial and Poisson masses in full double precision for any size. Source: Loader (2000), "Fast and accurate
 * computation of binomial probabilities". Arguments may be fractional, because the incomplete beta and gamma functions
 * start with these terms.
 */

const LOG_TWO_PI = Math.log(2 * Math.PI)

/** log n! minus its Stirling approximation, n > 0; small n use recurrence up to where the series is exact. */
function stirlingError(n: number): number {
  let sum = 0
  let m = n
  while (m < 16) {
    sum += (m + 0.5) * Math.log1p(1 / m) - 1
    m += 1
  }
  const square = m * m
  return sum + (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / (1188 * square)) / square) / square) / square) / m
}

/** x log(x / mean) + mean - x, without cancellation for x near the mean. */
function deviance(x: number, mean: number): number {
  if (Math.abs(x - mean) >= 0.1 * (x + mean)) return x * Math.log(x / mean) + mean - x
  const v = (x - mean) / (x + mean)
  let sum = (x - mean) * v
  let term = 2 * x * v
  for (let j = 1; j < 1000; j++) {
    term *= v * v
    const next = sum + term / (2 * j + 1)
    if (next === sum) break
    sum = next
  }
  return sum
}

/** Mass at `x` of Binomial(n, p); q = 1 - p is an argument, so that neither tail loses precision. */
export function binomialMass(x: number, n: number, p: number, q = 1 - p): number {
  if (x < 0 || x > n) return 0
  if (p === 0) return x === 0 ? 1 : 0
  if (q === 0) return x === n ? 1 : 0
  if (n === 0) return 1
  if (x === 0) return p < 0.1 ? Math.exp(-deviance(n, n * q) - n * p) : Math.exp(n * Math.log(q))
  if (x === n) return q < 0.1 ? Math.exp(-deviance(n, n * p) - n * q) : Math.exp(n * Math.log(p))
  const core = stirlingError(n) - stirlingError(x) - stirlingError(n - x) - deviance(x, n * p) - deviance(n - x, n * q)
  return Math.exp(core - (LOG_TWO_PI + Math.log(x) + Math.log1p(-x / n)) / 2)
}

/** Poisson mass mean^x e^-mean / Gamma(x + 1), also for fractional x. */
export function poissonMass(x: number, mean: number): number {
  if (x < 0) return 0
  if (mean === 0) return x === 0 ? 1 : 0
  if (x === 0) return Math.exp(-mean)
  return Math.exp(-stirlingError(x) - deviance(x, mean) - (LOG_TWO_PI + Math.log(x)) / 2)
}
