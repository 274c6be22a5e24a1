import { finite } from '../distributions/finite.ts'
import { incompleteBeta } from '../distributions/incomplete-beta.ts'

/*
 * Forecasts a count at the end of the period. Events arrive at an unknown rate with Jeffreys' prior Gamma(0.5, 0), so
 * the future ones are negative binomial with size = seen + 0.5 and prob = elapsed share (Gelman et al., BDA3, 2.6).
 */

/** Probability to stay within a cap; null before any time has elapsed. */
export interface CapForecast {
  readonly pOnTrack: number | null
  readonly expectedTotal: number | null
}

/**
 * Probability that a count stays within `cap`; 0 if it is already above. `elapsedShare` is the elapsed part of the
 * period, 0-1.
 */
export function onTrackCountCap(input: { countSoFar: number; elapsedShare: number; cap: number }): CapForecast {
  const { countSoFar, elapsedShare, cap } = input
  const size = countSoFar + 0.5
  const room = Math.floor(cap - countSoFar + 1e-7)
  const probability = elapsedShare > 0 ? incompleteBeta(elapsedShare, size, room + 1).lower : Number.NaN
  return {
    pOnTrack: room < 0 ? 0 : finite(probability),
    expectedTotal: finite(countSoFar + (size / elapsedShare) * (1 - elapsedShare)),
  }
}

/** Probability to complete enough, and the projected share at the current pace; null before any time has elapsed. */
export interface CompletionForecast {
  /** Completions still needed; 0 or less once the target is reached. */
  readonly need: number
  readonly pOnTrack: number | null
  readonly projectedShare: number | null
}

/**
 * Probability that `done` of `total` reaches the share `target`. `elapsedShare` is the usual completion curve at this
 * day, 0-1.
 */
export function onTrackCompletion(input: {
  done: number
  total: number
  target: number
  elapsedShare: number
}): CompletionForecast {
  const { done, total, target, elapsedShare } = input
  // 0.55 x 100 is 55.00000000000001 in doubles, but needs only 55 people.
  const need = Math.ceil(target * total - 1e-9) - done
  const reach = elapsedShare > 0 ? incompleteBeta(elapsedShare, done + 0.5, need).upper : Number.NaN
  return {
    need,
    pOnTrack: need <= 0 ? 1 : finite(reach),
    projectedShare: finite(Math.min(1, done / elapsedShare / total)),
  }
}
