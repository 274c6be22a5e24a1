import { wilson } from './wilson.ts'

/**
 * How many of `n` must be hits for Wilson's lower bound at `level` to reach `target`, a share between 0 and 1; null where
 * not even `n` of `n` do. The bound rises with the hits, so it is found by halving.
 */
export function fewestToProve({
  n,
  target,
  level,
}: {
  readonly n: number
  readonly target: number
  readonly level: number
}): number | null {
  const proves = (x: number) => wilson({ x, n, level }).lower >= target
  if (n < 1 || !proves(n)) return null
  let [below, enough] = [-1, n]
  while (enough - below > 1) {
    const middle = Math.floor((below + enough) / 2)
    if (proves(middle)) enough = middle
    else below = middle
  }
  return enough
}
