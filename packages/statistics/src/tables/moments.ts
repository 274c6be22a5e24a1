/** Σx / n; NaN without values. */
export const average = (x: readonly number[]): number => x.reduce((sum, value) => sum + value, 0) / x.length

const constant = (x: readonly number[]) => x.every((value) => value === x[0])

/** Σ(x - x̄)(y - ȳ) / (n - 1), exactly 0 if a side is constant (its mean is rounded); NaN below two pairs. */
export function covariance(x: readonly number[], y: readonly number[]): number {
  if (x.length < 2) return Number.NaN
  if (constant(x) || constant(y)) return 0
  const [mx, my] = [average(x), average(y)]
  return x.reduce((sum, value, i) => sum + (value - mx) * ((y[i] ?? Number.NaN) - my), 0) / (x.length - 1)
}

/** Σ(x - x̄)² / (n - 1); NaN below two values. */
export const variance = (x: readonly number[]): number => covariance(x, x)
