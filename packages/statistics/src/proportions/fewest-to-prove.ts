import { shareInterval } from './wilson.ts'

/**
 * The fewest successes of `n` for which the lower bound of the interval at `level` reaches `target`, a share between 0 and 1; null
 * if not even `n` of `n` do. The bound rises with the successes, so it is found by bisection.
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
  const proves = (x: number) => shareInterval(x / n, n, level).lower >= target
  if (n < 1 || !proves(n)) return null
  let [insufficient, sufficient] = [-1, n]
  while (sufficient - insufficient > 1) {
    const middle = Math.floor((insufficient + sufficient) / 2)
    if (proves(middle)) sufficient = middle
    else insufficient = middle
  }
  return sufficient
}
