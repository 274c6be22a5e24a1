/** When in a year things happen, in this year and in the years before it. */
export const PACES = {
  uniform: { now: 'even', before: 'even' },
  late: { now: 'late', before: 'late' },
  early: { now: 'early', before: 'early' },
  batches: { now: 'batches', before: 'batches' },
  'later-than-before': { now: 'late', before: 'even' },
  'earlier-than-before': { now: 'early', before: 'even' },
} as const satisfies Record<string, { readonly now: Timing; readonly before: Timing }>

export type PaceShape = keyof typeof PACES

type Timing = 'even' | 'late' | 'early' | 'batches'
type Random = () => number

/** A year read at a moment: what had happened by then, and what had happened at its end. */
export interface SimulatedYear {
  readonly by: number
  readonly total: number
}

/** A company's year, and its years before. */
export interface SimulatedHistory {
  readonly now: SimulatedYear
  readonly before: readonly SimulatedYear[]
}

const PAST_YEARS = 3
const BATCHES = 4

/** Chance that a thing that happens in a year has happened by `elapsed`, for even, late and early years. */
const BY: Readonly<Record<Exclude<Timing, 'batches'>, (elapsed: number) => number>> = {
  even: (elapsed) => elapsed,
  late: (elapsed) => elapsed ** 3,
  early: (elapsed) => 1 - (1 - elapsed) ** 3,
}

/** Reads a company's years at `elapsed`; `year` makes one of a timing. */
function history(shape: PaceShape, year: (timing: Timing) => SimulatedYear): SimulatedHistory {
  const { now, before } = PACES[shape]
  return { now: year(now), before: Array.from({ length: PAST_YEARS }, () => year(before)) }
}

export interface SimulatedPartners {
  readonly partners: number
  /** Audits that reach the target. */
  readonly needed: number
  readonly elapsed: number
  readonly shape: PaceShape
}

/**
 * Audits of partners, each done within a year with the same probability in all years. The probability is drawn so that,
 * at the start of a year, every chance to reach the target is equally likely: Beta(needed, partners - needed + 1).
 */
export function simulatePartners(
  { partners, needed, elapsed, shape }: SimulatedPartners,
  random: Random,
): SimulatedHistory {
  const draws = Float64Array.from({ length: partners }, random).sort()
  const probability = draws[needed - 1] ?? 1
  return history(shape, (timing) => {
    const rounds = Array.from({ length: BATCHES }, () => random() < elapsed)
    let [by, total] = [0, 0]
    for (let partner = 0; partner < partners; partner++) {
      if (random() >= probability) continue
      total += 1
      const isBy = timing === 'batches' ? rounds[partner % BATCHES] : random() < BY[timing](elapsed)
      if (isBy) by += 1
    }
    return { by, total }
  })
}

export interface SimulatedLeaks {
  readonly cap: number
  readonly elapsed: number
  readonly shape: PaceShape
}

/**
 * Leaks at the same rate in all years. The rate is drawn so that, at the start of a year, every chance to stay within
 * the cap is equally likely: Gamma(cap + 1). In batches, one cause brings one to three of them at once.
 */
export function simulateLeaks({ cap, elapsed, shape }: SimulatedLeaks, random: Random): SimulatedHistory {
  let rate = 0
  for (let i = 0; i <= cap; i++) rate -= Math.log(1 - random())
  return history(shape, (timing) => {
    let [by, total] = [0, 0]
    for (let causes = poisson(timing === 'batches' ? rate / 2 : rate, random); causes > 0; causes--) {
      const leaks = timing === 'batches' ? 1 + Math.floor(random() * 3) : 1
      const chance = timing === 'batches' ? elapsed : BY[timing](elapsed)
      total += leaks
      if (random() < chance) by += leaks
    }
    return { by, total }
  })
}

/** Counts the arrivals of one unit of time by their exponential gaps. */
function poisson(rate: number, random: Random): number {
  let count = -1
  for (let time = 0; time <= rate; count++) time -= Math.log(1 - random())
  return count
}
