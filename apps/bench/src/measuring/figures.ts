export interface Run {
  readonly perSecond: number
  readonly p50Milliseconds: number
  readonly p99Milliseconds: number
  /** CPU time of all threads of the measured process for one operation. */
  readonly cpuMicroseconds: number
  /** Peak memory of the measured process so far. */
  readonly peakMegabytes: number
}

/**
 * A benchmark's result: the medians of its runs, beside those of a stub. The stub is the smallest program that does the
 * same physical work, measured as the limit of this machine.
 */
export interface Figures extends Run {
  readonly name: string
  readonly limitPerSecond: number
  readonly ratioToLimit: number
}

export function figuresOf(name: string, runs: readonly Run[], limits: readonly Run[]): Figures {
  const medianOf = (figure: keyof Run) => median(runs.map((run) => run[figure]))
  const perSecond = medianOf('perSecond')
  const limitPerSecond = median(limits.map((run) => run.perSecond))
  return {
    name,
    perSecond: rounded(perSecond),
    limitPerSecond: rounded(limitPerSecond),
    ratioToLimit: rounded(perSecond / limitPerSecond),
    p50Milliseconds: rounded(medianOf('p50Milliseconds')),
    p99Milliseconds: rounded(medianOf('p99Milliseconds')),
    cpuMicroseconds: rounded(medianOf('cpuMicroseconds')),
    peakMegabytes: rounded(medianOf('peakMegabytes')),
  }
}

/** Returns the value below which `share` of `values` lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}

const median = (values: readonly number[]) => quantile(values, 0.5)
export const rounded = (value: number) => Number(value.toPrecision(4))
