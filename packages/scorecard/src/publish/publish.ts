import type { Change } from '../change/change.ts'
import { trendBreakOf } from '../change/trend.ts'
import { waveChange } from '../change/wave-change.ts'
import { type Exact, type ExactKind, type ExactScorecard, type ExactValues, openExact } from '../exact.ts'
import { type LeaksAgainstCap, leaksAgainstCap } from '../goals/leaks-against-cap.ts'
import type { IndicatorValue } from '../measures/indicator-value.ts'
import type { Scorecard } from '../scorecard.ts'
import type { Reason, Verdict, VerdictOf } from '../verdict.ts'
import { floorTo, sharesIn } from './grain.ts'
import { publishVerdict } from './publish-verdict.ts'
import { coarserStep, type PublishedStep } from './published-step.ts'

/** Publishes an indicator: the weighted share of a wave as coarse as its headline, or not at all. */
function publishIndicator(value: IndicatorValue, step: PublishedStep): IndicatorValue {
  if (value.kind !== 'weighted') return value
  if (step === 'verdict') return { kind: 'withheld' }
  const parts = sharesIn[step]
  const { lower, upper, level } = value.interval
  return {
    ...value,
    value: floorTo(value.value, parts),
    interval: { level, lower: floorTo(lower, parts), upper: floorTo(upper, parts) },
  }
}

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

const NO_CHANCE = { strength: null, interval: null, detectable: null }

const UNFINISHED: readonly Reason[] = ['running', 'too-early', 'cannot-be-met', 'not-yet-due']

/**
 * Compares `now` with `before` by the published figures alone, so that a change reveals no more than they do. A running
 * period has no value to compare, because half a year is not a year.
 */
export function changeOf(before: Verdict | null, now: Verdict): Change {
  if (now.goal === 'incident-reduction') return leakChange(before, now)
  const [goal, to, broken] = [now.goal, finalValue(now), trendBreakOf(now)]
  if (broken) return { goal, from: null, to, ...NO_CHANCE, broken }
  const from = before && finalValue(before)
  return { goal, from, to, ...(before ? chanceOf(before, now) : NO_CHANCE), broken }
}

/** Only travelers are sampled. */
function chanceOf(before: Verdict, now: Verdict): Pick<Change, 'strength' | 'interval' | 'detectable'> {
  if (before.goal !== 'customer-satisfaction' || now.goal !== 'customer-satisfaction') return NO_CHANCE
  const change = waveChange(before, now)
  if (!change) return NO_CHANCE
  const { strength, interval, difference, detectable } = change.weighted ?? change.unweighted
  return { strength, interval, detectable: difference < 0 ? detectable.fall : detectable.rise }
}

function leakChange(before: Verdict | null, now: VerdictOf<'incident-reduction'>): Change {
  const [from, to] = [before && finalLeaks(before), finalLeaks(now)]
  const leaks = from && to ? { leaks: { from, to } } : {}
  return { goal: now.goal, from: null, to: null, ...NO_CHANCE, ...leaks, broken: null }
}

const finalLeaks = (verdict: Verdict): LeaksAgainstCap | null =>
  UNFINISHED.includes(verdict.reason) ? null : leaksAgainstCap(verdict)

const finalValue = ({ value, reason }: Verdict): number | null => (UNFINISHED.includes(reason) ? null : value)
