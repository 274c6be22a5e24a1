// The oracle's own probabilities, by summing masses: slow, and directly from the formula.

function binomialAtMost(x: number, n: number, p: number): number {
  let [choose, sum] = [1, 0]
  for (let i = 0; i <= x; i++) {
    sum += choose * p ** i * (1 - p) ** (n - i)
    choose *= (n - i) / (i + 1)
  }
  return sum
}

const LEVEL = 0.95
const Z = 1.959963984540054

/** The point between 0 and 1 at which an increasing function passes `height`. */
function crossing(rises: (p: number) => number, height: number): number {
  let [low, high] = [0, 1]
  for (let i = 0; i < 55; i++) {
    const middle = (low + high) / 2
    if (rises(middle) < height) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** The exact interval of x of n (Clopper and Pearson 1934). */
export function exactShare(x: number, n: number): { lower: number; upper: number } {
  const tail = (1 - LEVEL) / 2
  return {
    lower: x === 0 ? 0 : crossing((p) => 1 - binomialAtMost(x - 1, n, p), tail),
    upper: x === n ? 1 : crossing((p) => 1 - binomialAtMost(x, n, p), 1 - tail),
  }
}

/** Wilson's interval: the two shares that are z of their own errors away from x/n. */
export function scoreShare(x: number, n: number): { lower: number; upper: number } {
  const middle = (x + (Z * Z) / 2) / (n + Z * Z)
  const reach = (Z / (n + Z * Z)) * Math.sqrt((x * (n - x)) / n + (Z * Z) / 4)
  return { lower: middle - reach, upper: middle + reach }
}
