/** Adjusted p values, in the order of the raw ones. */
export interface AdjustedP {
  readonly holm: readonly number[]
  readonly bh: readonly number[]
  readonly bonferroni: readonly number[]
}

/**
 * Sorts `p`, changes each value by `step(p, rank from 1)`, makes the result monotone by `join`, and restores the order.
 */
function adjust(
  p: readonly number[],
  order: readonly number[],
  step: (value: number, place: number) => number,
  join: (a: number, b: number) => number,
): number[] {
  const adjusted = p.map(() => 0)
  let running: number | null = null
  order.forEach((index, place) => {
    const adjustedHere = step(p[index] ?? Number.NaN, place)
    running = running === null ? adjustedHere : join(running, adjustedHere)
    adjusted[index] = Math.min(1, running)
  })
  return adjusted
}

/**
 * Adjusts the p values of multiple tests (R's p.adjust): Holm 1979 and Bonferroni control the family-wise error rate,
 * Benjamini and Hochberg 1995 (`bh`) the false discovery rate.
 */
export function pAdjust({ p }: { p: readonly number[] }): AdjustedP {
  const rising = p.map((_, i) => i).sort((a, b) => (p[a] ?? 0) - (p[b] ?? 0))
  const tests = p.length
  return {
    holm: adjust(p, rising, (value, place) => value * (tests - place), Math.max),
    bh: adjust(p, [...rising].reverse(), (value, place) => (value * tests) / (tests - place), Math.min),
    bonferroni: p.map((value) => Math.min(1, value * tests)),
  }
}
