import { ratio, type Share } from '@wayproof/kernel/share'
import type { Interval } from '@wayproof/scorecard/verdict'
import { compareEstimates } from '@wayproof/statistics/means/two-estimates'
import { detectableChange } from '@wayproof/statistics/proportions/power'
import { twoProportions } from '@wayproof/statistics/proportions/two-proportions'
import { rakeCells } from '@wayproof/statistics/weighting/rake-cells'

/** Change of a share between two independent waves. Shares and differences are 0-1. */
export interface ShareChange {
  readonly before: number | null
  readonly after: number | null
  /** after - before. */
  readonly difference: number | null
  /** Interval of the difference. */
  readonly interval: Interval | null
  /** Two-sided p-value of no change. */
  readonly p: number | null
  /** Smallest rise and fall that waves of this size would detect with a power of 80 %; null if none. */
  readonly detectable: { readonly rise: number | null; readonly fall: number | null }
}

/** Answers with one weight: `n` with an opinion, `x` of them satisfied. */
export interface WeighedAnswers {
  readonly weight: number
  readonly n: number
  readonly x: number
}

/** Both changes are reported together, because the weights can decide the direction. */
export interface WaveChange {
  readonly unweighted: ShareChange
  /** Null if either wave has no weights. */
  readonly weighted: ShareChange | null
}

export interface CountedWave {
  readonly satisfied: Share
  readonly weighed: readonly WeighedAnswers[] | null
}

/** A share with its standard error and effective sample size. NaN if undefined. */
interface Estimate {
  readonly share: number
  readonly error: number
  readonly effective: number
}

const LEVEL = 0.95

/** Change of the headline share between two waves, with and without weights. */
export function waveChange(before: CountedWave, after: CountedWave): WaveChange {
  return {
    unweighted: plainChange(before.satisfied, after.satisfied),
    weighted: before.weighed && after.weighed && weightedChange(weigh(before.weighed), weigh(after.weighed)),
  }
}

const within = (lower: number | null, upper: number | null): Interval | null =>
  lower === null || upper === null ? null : { lower, upper, level: LEVEL }

/** Fisher's exact test and Newcombe's hybrid score interval. */
function plainChange(share: Share, two: Share): ShareChange {
  const counts = { x1: share.numerator, n1: share.denominator, x2: two.numerator, n2: two.denominator }
  const { diff, fisherP, newcombeLower, newcombeUpper } = twoProportions({ ...counts, level: LEVEL })
  const before = ratio(share)
  return {
    before,
    after: ratio(two),
    difference: diff,
    interval: within(newcombeLower, newcombeUpper),
    p: diff === null ? null : fisherP,
    detectable: detectableChange({ p1: before ?? Number.NaN, n1: share.denominator, n2: two.denominator }),
  }
}

/** Estimates from individually weighted answers without margins. */
function weigh(answers: readonly WeighedAnswers[]): Estimate {
  const cells = answers.map(({ weight, n, x }) => ({ categories: {}, n, x, baseWeight: weight }))
  const { share, se, effective } = rakeCells({ cells, margins: {} })
  return { share: share ?? Number.NaN, error: se ?? Number.NaN, effective }
}

/** z-test on the linearized errors of the weighted shares; detectable change by effective sample sizes. */
function weightedChange(estimate: Estimate, two: Estimate): ShareChange {
  const { diff, lower, upper, p } = compareEstimates({
    before: estimate.share,
    seBefore: estimate.error,
    after: two.share,
    seAfter: two.error,
    level: LEVEL,
  })
  return {
    before: finite(estimate.share),
    after: finite(two.share),
    difference: diff,
    interval: within(lower, upper),
    p,
    detectable: detectableChange({ p1: estimate.share, n1: estimate.effective, n2: two.effective }),
  }
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)
