import type { Change } from '../change/change.ts'
import type { ShareChange, WaveChange } from '../change/wave-change.ts'
import { ceilTo, floorTo, ifNotNull, roundTo, sharesIn } from './grain.ts'
import { flooredInterval } from './publish-verdict.ts'
import { FINEST_STEP, type PublishedStep } from './published-step.ts'

/** Significance level for a change (statistics.md 5). */
const SIGNIFICANT = 0.05
const FINEST = sharesIn[FINEST_STEP]

/**
 * Publishes a change. Its end values are those of the two published verdicts; its statistics are as coarse as `step`.
 */
export function publishChange(change: Change, step: PublishedStep): Change {
  const ends = { from: ifNotNull(toTenth, change.from), to: ifNotNull(toTenth, change.to) }
  if (step === 'verdict') return { ...change, ...ends, p: null, interval: null, detectable: null }
  return {
    ...change,
    ...ends,
    p: ifNotNull(publishedP, change.p),
    interval: flooredInterval(change.interval, sharesIn[step]),
    detectable: ifNotNull((share) => ceilTo(share, sharesIn[step]), change.detectable),
  }
}

const toTenth = (share: number): number => floorTo(share, FINEST)

/** Publishes the change between two waves; null if either wave shows no figure. */
export function publishWaveChange(change: WaveChange | null, step: PublishedStep): WaveChange | null {
  if (step === 'verdict' || change === null) return null
  const parts = sharesIn[step]
  return {
    unweighted: shareChange(change.unweighted, parts),
    weighted: change.weighted && shareChange(change.weighted, parts),
  }
}

function shareChange({ before, after, ...change }: ShareChange, parts: number): ShareChange {
  const toStep = (share: number | null) => ifNotNull((exactShare) => floorTo(exactShare, parts), share)
  const upTo = (share: number | null) => ifNotNull((exactShare) => ceilTo(exactShare, parts), share)
  const [from, to] = [toStep(before), toStep(after)]
  return {
    before: from,
    after: to,
    // From the published shares, both rounded down.
    difference: from === null || to === null ? null : roundTo(to - from, parts),
    interval: flooredInterval(change.interval, parts),
    p: ifNotNull(publishedP, change.p),
    detectable: { rise: upTo(change.detectable.rise), fall: upTo(change.detectable.fall) },
  }
}

/**
 * Rounds p as worded: to hundredths, below .01 to thousandths, below .001 to 0. A value just below .05 stays below it:
 * .049, which is also worded as .05.
 */
export function publishedP(p: number): number {
  if (p < 0.001) return 0
  const rounded = roundTo(p, p < 0.01 ? 1_000 : 100)
  return p < SIGNIFICANT && rounded >= SIGNIFICANT ? 0.049 : rounded
}
