const PARTS = 1_000_000

/** Fewest of `total` that reach `target` (0-1, exact to a millionth), in integers. */
export function leastReaching(total: number, target: number): number {
  const [wanted, parts] = [BigInt(Math.round(target * PARTS)) * BigInt(total), BigInt(PARTS)]
  return Number((wanted + parts - 1n) / parts)
}
