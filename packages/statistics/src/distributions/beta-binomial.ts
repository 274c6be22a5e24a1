/**
 * P(X >= `least`) for X of `n` events whose common probability is Beta(`a`, `b`). Sums the masses from `n` downward by
 * their ratios, as logarithms against underflow.
 */
export function betaBinomialAtLeast(least: number, n: number, a: number, b: number): number {
  if (least <= 0) return 1
  let [log, sum] = [0, 0]
  for (let i = 0; i < n; i++) log += Math.log((a + i) / (a + b + i))
  for (let k = n; k >= least; k--) {
    sum += Math.exp(log)
    log += Math.log((k * (b + n - k)) / ((n - k + 1) * (a + k - 1)))
  }
  return Math.min(1, sum)
}
