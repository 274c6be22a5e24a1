import { compareEstimates, twoProportions } from '@wayproof/statistics'
import { LEVEL } from './satisfaction-estimate.ts'
import type { Interval, SatisfactionFigures, Verdict } from './verdict.ts'

/** What chance has to do with a change of two independent waves. */
export interface ChangeByChance {
  /** Two-sided p of no change. */
  readonly p: number
  /** Of the change, in shares. */
  readonly interval: Interval | null
  /** Smallest change that these two waves would have shown four times in five. */
  readonly detectable: number | null
}

/** Fewest expected answers in a field of the two by two table for chi-square; below, Fisher's exact test. */
const FEWEST = 5

/**
 * Of satisfactions only, since only travelers were sampled. Weighted: z on the weighted errors. Counted: chi-square, or
 * Fisher where answers are few, and Newcombe's interval. Null where either has no share.
 */
export function changeByChance(before: Verdict | null, now: Verdict): ChangeByChance | null {
  if (before?.goal !== 'customer-satisfaction' || now.goal !== 'customer-satisfaction') return null
  if (before.value === null || now.value === null || !before.share || !now.share) return null
  const by = compareEstimates({
    before: before.value,
    seBefore: errorOf(before.figures),
    after: now.value,
    seAfter: errorOf(now.figures),
    level: LEVEL,
  })
  const counted = twoProportions({
    x1: before.share.numerator,
    n1: before.share.denominator,
    x2: now.share.numerator,
    n2: now.share.denominator,
    level: LEVEL,
  })
  if (isWeighted(before.figures) || isWeighted(now.figures)) {
    return by.p === null ? null : { p: by.p, interval: intervalOf(by.lower, by.upper), detectable: by.detectable }
  }
  const p = isLarge(before.share, now.share) ? counted.p : counted.fisherP
  const interval = intervalOf(counted.newcombeLower, counted.newcombeUpper)
  return p === null ? null : { p, interval, detectable: by.detectable }
}

const errorOf = ({ estimate }: SatisfactionFigures): number => estimate?.standardError ?? 0

/** Whether weights moved anything. */
const isWeighted = ({ estimate }: SatisfactionFigures): boolean =>
  estimate?.weighted === true && estimate.designEffect !== 1

const intervalOf = (lower: number | null, upper: number | null): Interval | null =>
  lower === null || upper === null ? null : { lower, upper, level: LEVEL }

type Counted = NonNullable<Verdict['share']>

function isLarge(before: Counted, now: Counted): boolean {
  const all = before.denominator + now.denominator
  const satisfied = before.numerator + now.numerator
  const least = Math.min(satisfied, all - satisfied) * Math.min(before.denominator, now.denominator)
  return least >= FEWEST * all
}
