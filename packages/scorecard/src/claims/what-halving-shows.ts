import { poissonAtMost } from '@wayproof/statistics/distributions/poisson'
import { poissonRateRatio } from '@wayproof/statistics/rates/rate-ratio'

/** Power of a year with half of the baseline year's leaks; probabilities are 0-1, rounded to thousandths. */
export interface HalvingPower {
  /** It meets the cap, which the baseline year has set. */
  readonly met: number
  /** It demonstrates the target, and a fall of any size. */
  readonly shown: number
  readonly fall: number
  /** False if the target is half or less: a halving then shows it in at most 2.5 % of years, however many leaks there are. */
  readonly canBeDemonstrated: boolean
  /** Fewest leaks in a baseline year from which the fall of a halving is demonstrated in 80 of 100 years. */
  readonly baselineForFall: number
}

const HALF = 0.5
const SUFFICIENT = 0.8
/** More leaks are no rare events, and would take long to sum. */
const MOST_LEAKS = 400

/**
 * Says how often a true halving meets `cap`, and how often the exact 95 % interval of the ratio of the counts shows it.
 * The leaks of both years are Poisson counts, with `baseline` and half of it as means; for the cap the baseline year is
 * as it was. Null without leaks, and for more than 400.
 */
export function whatHalvingShows({
  baseline,
  cap,
  targetRatio,
}: {
  readonly baseline: number
  readonly cap: number
  readonly targetRatio: number
}): HalvingPower | null {
  if (baseline <= 0 || baseline > MOST_LEAKS) return null
  let baselineForFall = 1
  while (demonstratedAt(baselineForFall, 1) < SUFFICIENT) baselineForFall += 1
  return {
    met: rounded(poissonAtMost({ count: cap, mean: baseline * HALF })),
    shown: rounded(demonstratedAt(baseline, targetRatio)),
    fall: rounded(demonstratedAt(baseline, 1)),
    canBeDemonstrated: targetRatio > HALF,
    baselineForFall,
  }
}

const rounded = (probability: number) => Math.round(probability * 1000) / 1000

/** Probability that a halving of `baseline` leaks demonstrates a ratio of at most `ratio`. */
function demonstratedAt(baseline: number, ratio: number): number {
  const spread = 8 * Math.sqrt(baseline)
  let sum = 0
  for (let count = Math.max(0, Math.floor(baseline - spread)); count <= baseline + spread + 8; count += 1) {
    const mass = poissonAtMost({ count, mean: baseline }) - poissonAtMost({ count: count - 1, mean: baseline })
    sum += mass * poissonAtMost({ count: mostLeaks(count, ratio), mean: baseline * HALF })
  }
  return sum
}

/** For each ratio: the most leaks that demonstrate it, by the leaks of the baseline year. */
const mostByRatio = new Map<number, number[]>()

/** The most leaks whose interval lies at or below `ratio` after `baseline` leaks; -1 if even none would. */
function mostLeaks(baseline: number, ratio: number): number {
  const most = mostByRatio.get(ratio) ?? []
  mostByRatio.set(ratio, most)
  while (most.length <= baseline) {
    let leaks = most.at(-1) ?? -1
    while (demonstrates(most.length, leaks + 1, ratio)) leaks += 1
    most.push(leaks)
  }
  return most[baseline] ?? -1
}

/** The rule of `halvingEvidence`. */
function demonstrates(baselineCount: number, currentCount: number, targetRatio: number): boolean {
  const exposures = { baselineExposure: 1, currentExposure: 1, level: 0.95 }
  const { ciUpper } = poissonRateRatio({ baselineCount, currentCount, targetRatio, ...exposures })
  return ciUpper !== null && ciUpper <= targetRatio
}
