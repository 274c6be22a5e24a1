import { ratio, type Share } from '@wayproof/kernel'
import { compareEstimates, detectableChange, rakeCells, twoProportions } from '@wayproof/statistics'
import type { Interval } from './verdict.ts'

/** How a share changed between two waves, taken as independent. Shares and differences 0-1. */
export interface ShareChange {
  readonly before: number | null
  readonly after: number | null
  /** after - before. */
  readonly difference: number | null
  /** Of the difference. */
  readonly interval: Interval | null
  /** Two-sided, of no change. */
  readonly p: number | null
  /** Smallest rise and fall that waves of this size would have shown, four times of five; null where none would. */
  readonly detectable: { readonly rise: number | null; readonly fall: number | null }
}

/** Answers of one weight: `n` with an opinion, `x` of them satisfied. */
export interface WeighedAnswers {
  readonly weight: number
  readonly n: number
  readonly x: number
}

/** The weight can decide whether a wave fell, so neither is told without the other. */
export interface WaveChange {
  readonly unweighted: ShareChange
  /** Null where either wave has no weights. */
  readonly weighted: ShareChange | null
}

export interface CountedWave {
  readonly satisfied: Share
  readonly weighed: readonly WeighedAnswers[] | null
}

const LEVEL = 0.95

/** The change of the headline share from one wave to the next, with and without weights. */
export function waveChange(before: CountedWave, after: CountedWave): WaveChange {
  return {
    unweighted: plainChange(before.satisfied, after.satisfied),
    weighted: before.weighed && after.weighed && weightedChange(before.weighed, after.weighed),
  }
}

const within = (lower: number | null, upper: number | null): Interval | null =>
  lower === null || upper === null ? null : { lower, upper, level: LEVEL }

/** Fisher's exact test and Newcombe's hybrid score interval. */
function plainChange(one: Share, two: Share): ShareChange {
  const counts = { x1: one.numerator, n1: one.denominator, x2: two.numerator, n2: two.denominator }
  const { diff, fisherP, newcombeLower, newcombeUpper } = twoProportions({ ...counts, level: LEVEL })
  const before = ratio(one)
  return {
    before,
    after: ratio(two),
    difference: diff,
    interval: within(newcombeLower, newcombeUpper),
    p: diff === null ? null : fisherP,
    detectable: detectableChange({ p1: before ?? Number.NaN, n1: one.denominator, n2: two.denominator }),
  }
}

/** z on the linearised errors of the weighted shares; what could have been seen, on their effective numbers. */
function weightedChange(before: readonly WeighedAnswers[], after: readonly WeighedAnswers[]): ShareChange {
  const [one, two] = [before, after].map((wave) =>
    rakeCells({ cells: wave.map(({ weight, n, x }) => ({ categories: {}, n, x, baseWeight: weight })), margins: {} }),
  ) as [ReturnType<typeof rakeCells>, ReturnType<typeof rakeCells>]
  const { diff, lower, upper, p } = compareEstimates({
    before: one.share ?? Number.NaN,
    seBefore: one.se ?? Number.NaN,
    after: two.share ?? Number.NaN,
    seAfter: two.se ?? Number.NaN,
    level: LEVEL,
  })
  return {
    before: one.share,
    after: two.share,
    difference: diff,
    interval: within(lower, upper),
    p,
    detectable: detectableChange({ p1: one.share ?? Number.NaN, n1: one.nEff ?? 0, n2: two.nEff ?? 0 }),
  }
}
