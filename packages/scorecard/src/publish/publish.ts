import { changeOf } from '../change/compare-verdicts.ts'
import { type Exact, type ExactKind, type ExactScorecard, type ExactValues, openExact } from '../exact.ts'
import type { Scorecard } from '../scorecard.ts'
import { publishIndicator } from './publish-indicator.ts'
import { publishVerdict } from './publish-verdict.ts'
import { coarserStep, type PublishedStep } from './published-step.ts'

type PublishedValue<K extends ExactKind, V> = K extends 'scorecard' ? Scorecard : V

/**
 * The only way to publish a judged value: no digit is finer than hidden groups allow. Decisions and statuses pass
 * unchanged. The wave sets the step of its figures (percentage points, or `verdict` for no figure of the estimate);
 * `step` may be coarser, never finer. Publishing is idempotent.
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
  indicator: publishIndicator,
  scorecard: publishScorecard,
}

/** Changes are those of the published verdicts. */
function publishScorecard({ stamp, verdicts, before, ...rest }: ExactScorecard, step: PublishedStep): Scorecard {
  const shown = verdicts.map((verdict) => publish(verdict, step))
  const changes = shown.map((now) => changeOf(before.find(({ goal }) => goal === now.goal) ?? null, now))
  return { ...stamp, ...rest, verdicts: shown, changes }
}
