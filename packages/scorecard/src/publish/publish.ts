import { type Exact, type ExactKind, type ExactScorecard, type ExactValues, openExact } from '../exact.ts'
import type { Scorecard } from '../scorecard.ts'
import { publishChange, publishWaveChange } from './publish-change.ts'
import { publishIndicator } from './publish-indicator.ts'
import { publishVerdict } from './publish-verdict.ts'
import { coarserStep, type PublishedStep } from './published-step.ts'

type PublishedValue<K extends ExactKind, V> = K extends 'scorecard' ? Scorecard : V

/**
 * The only way out of the judge: no digit is finer than what hidden groups can bear. Words and statuses were decided before
 * and pass unchanged. A wave says how finely its figures leave (percentage points, or `verdict` for no figure of the estimate);
 * `step` may be coarser, never finer. What was published before comes out as it went in.
 */
export function publish<K extends ExactKind, V extends ExactValues[K]>(
  exact: Exact<K, V>,
  step: PublishedStep = exact.step,
): PublishedValue<K, V> {
  return published[exact.kind](openExact(exact), coarserStep(step, exact.step)) as PublishedValue<K, V>
}

const published: {
  readonly [K in ExactKind]: (value: ExactValues[K], step: PublishedStep) => PublishedValue<K, ExactValues[K]>
} = {
  verdict: publishVerdict,
  change: publishChange,
  'wave-change': publishWaveChange,
  indicator: publishIndicator,
  scorecard: publishScorecard,
}

/** A change may rest on a wave before that bears less than this one. */
function publishScorecard({ stamp, verdicts, changes, ...rest }: ExactScorecard, step: PublishedStep): Scorecard {
  return {
    ...stamp,
    ...rest,
    verdicts: verdicts.map((verdict) => publish(verdict, step)),
    changes: changes.map((change) => publish(change, step)),
  }
}
