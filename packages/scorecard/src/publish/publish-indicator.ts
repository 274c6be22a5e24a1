import type { IndicatorValue } from '../measures/indicator-value.ts'
import { floorTo, sharesIn } from './grain.ts'
import type { PublishedStep } from './published-step.ts'

/** Publishes an indicator: the weighted share of a wave as coarse as its headline, or not at all. */
export function publishIndicator(value: IndicatorValue, step: PublishedStep): IndicatorValue {
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
