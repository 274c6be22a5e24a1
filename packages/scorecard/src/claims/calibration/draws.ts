import { binomialMass, poissonMass } from '@wayproof/statistics/distributions/saddle-point'

export type Random = () => number

/** Draws numbers by their probabilities: exact, by one search per draw. */
export type Draw = (random: Random) => number

/** Number of `n` people that have a trait which each has with probability `p`. */
export const binomialDraws = (n: number, p: number): Draw => drawsOf(n, (x) => binomialMass(x, n, p))

/** Number of rare events in a year whose mean is `mean`. */
export const poissonDraws = (mean: number): Draw =>
  drawsOf(Math.ceil(mean + 12 * Math.sqrt(mean) + 20), (x) => poissonMass(x, mean))

function drawsOf(most: number, mass: (x: number) => number): Draw {
  const atMost = new Float64Array(most + 1)
  let sum = 0
  for (let x = 0; x <= most; x++) {
    sum += mass(x)
    atMost[x] = sum
  }
  return (random) => {
    const at = random()
    let [low, high] = [0, most]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((atMost[middle] ?? 1) > at) high = middle
      else low = middle + 1
    }
    return low
  }
}
