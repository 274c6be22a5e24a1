import { hybridInterval } from '@wayproof/statistics/proportions/hybrid-interval'
import { detectableChange } from '@wayproof/statistics/proportions/power'
import { shareInterval } from '@wayproof/statistics/proportions/wilson'
import { ceilTo, floorTo, roundTo } from '../publish/grain.ts'
import type { Interval } from '../verdict.ts'
import { type Claim, type Strength, strengthOf } from './claim.ts'

/** A share as published: its rounding is an error of the comparison, never a digit more. */
export interface PublishedShare {
  /** 0-1. */
  readonly share: number
  /** Answers of a simple random sample with the same precision, as published. */
  readonly effective: number
  /** Parts per 1 of its rounding: 1,000 for a tenth of a point. */
  readonly parts: number
  /** Rounded down, or to the nearest part. */
  readonly rounded: 'down' | 'nearest'
}

/** Change of a share between two independent waves, from the published figures alone. Shares and differences are 0-1. */
export interface ShareChange {
  readonly before: number
  readonly after: number
  /** after - before. */
  readonly difference: number
  /** Interval of the difference at the level of its claim, widened by the rounding of both shares. */
  readonly interval: Interval
  /** Smallest rise and fall that waves of this size would find 80 times in 100; null if none. */
  readonly detectable: { readonly rise: number | null; readonly fall: number | null }
  readonly strength: Strength
}

/** Compares two published shares; `chance` is the allowed chance of a false "beyond sampling error". */
export function shareChange(
  before: PublishedShare,
  now: PublishedShare,
  family: Claim['family'],
  chance: number,
): ShareChange {
  const parts = Math.min(before.parts, now.parts)
  const { difference, interval } = publishedDifference(before, now, chance)
  const { rise, fall } = detectableChange({ p1: before.share, n1: before.effective, n2: now.effective, alpha: chance })
  // Rounding can hide as much of a change as it widens the interval.
  const hidden = 2 * Math.max(...roundingOf(before, now))
  const shown = (change: number | null) => (change === null ? null : ceilTo(change + hidden, parts))
  const { strength } = strengthOf(differenceClaim(difference, interval, family))
  return {
    ...{ before: before.share, after: now.share, difference, interval },
    ...{ detectable: { rise: shown(rise), fall: shown(fall) }, strength },
  }
}

/** The difference of two published shares with its interval, at the level that leaves `chance` for a false claim. */
export function publishedDifference(
  before: PublishedShare,
  now: PublishedShare,
  chance: number,
): Pick<ShareChange, 'difference' | 'interval'> {
  const parts = Math.min(before.parts, now.parts)
  const { lower, upper } = widened(before, now, 1 - chance)
  return {
    difference: roundTo(now.share - before.share, Math.max(before.parts, now.parts)),
    interval: { lower: floorTo(lower, parts), upper: ceilTo(upper, parts), level: 1 - chance },
  }
}

/** The claim that a share has changed. */
export function differenceClaim(difference: number, interval: Interval, family: Claim['family']): Claim {
  return {
    ...{ estimand: 'difference', value: difference, interval, method: 'hybrid', comparison: 0, family },
    ...{
      lacking: null,
      lies: interval.lower > 0 || interval.upper < 0 ? 'beyond' : 'across',
      silence: 'like-the-rest',
    },
  }
}

/** The smallest chance of a false claim at which the two shares differ, 0-1; 1 if it is above `most`. */
export function chanceOfChange(before: PublishedShare, now: PublishedShare, most: number): number {
  const differ = (chance: number) => {
    const { lower, upper } = widened(before, now, 1 - chance)
    return lower > 0 || upper < 0
  }
  if (!differ(most)) return 1
  let [never, always] = [0, most]
  for (let i = 0; i < 40; i++) {
    const chance = (never + always) / 2
    if (differ(chance)) always = chance
    else never = chance
  }
  return always
}

/** Interval of the difference at `level` (Newcombe 1998, method 10), with the worst that the rounding of both can do. */
function widened(before: PublishedShare, now: PublishedShare, level: number): { lower: number; upper: number } {
  const around = ({ share, effective }: PublishedShare) => ({
    share,
    ...shareInterval(share, effective, level),
  })
  const { lower, upper } = hybridInterval(around(before), around(now))
  const [down, up] = roundingOf(before, now)
  return { lower: lower - down, upper: upper + up }
}

/** How far the true difference of the shares can lie below and above that of the published ones. */
function roundingOf(before: PublishedShare, now: PublishedShare): readonly [down: number, up: number] {
  const [was, is] = [errorOf(before), errorOf(now)]
  return [is.below + was.above, is.above + was.below]
}

const errorOf = ({ parts, rounded }: PublishedShare): { readonly below: number; readonly above: number } =>
  rounded === 'down' ? { below: 0, above: 1 / parts } : { below: 0.5 / parts, above: 0.5 / parts }
