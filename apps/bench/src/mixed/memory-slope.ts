/** Resident memory of a process at one moment. */
export interface MemorySample {
  readonly seconds: number
  readonly megabytes: number
}

/** Lowest samples of this many spans stand for the whole run: between two collections memory only grows. */
const SPANS = 24
/** The first part fills caches and the heap of the first generation. */
const WARM_UP = 1 / 4

/**
 * Growth in megabytes an hour: the median of the slopes between all pairs of spans (Theil and Sen, 1950 and 1968), which
 * a single collection does not move. 0 for fewer than two spans.
 */
export function memorySlope(samples: readonly MemorySample[]): number {
  const end = samples.at(-1)?.seconds ?? 0
  const begin = end * WARM_UP
  const lowest = new Map<number, MemorySample>()
  for (const sample of samples) {
    if (sample.seconds < begin) continue
    const span = Math.floor(((sample.seconds - begin) / (end - begin)) * SPANS)
    const lowestSample = lowest.get(span)
    if (!lowestSample || sample.megabytes < lowestSample.megabytes) lowest.set(span, sample)
  }
  const points = [...lowest.values()]
  const slopes = points.flatMap((from, n) =>
    points.slice(n + 1).map((to) => ((to.megabytes - from.megabytes) / (to.seconds - from.seconds)) * 3600),
  )
  slopes.sort((a, b) => a - b)
  const middle = slopes.length >> 1
  return slopes.length % 2 === 1 ? (slopes[middle] ?? 0) : ((slopes[middle - 1] ?? 0) + (slopes[middle] ?? 0)) / 2
}
