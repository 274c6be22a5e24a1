import type { Rules } from '../rules.ts'
import type { EvidenceRegister, IndicatorFacts } from './indicator-facts.ts'
import type { IndicatorValue } from './indicator-value.ts'
import type { MeasureId } from './measure.ts'

export interface Indicator {
  readonly id: string
  readonly measure: MeasureId
  /** Its sources; empty if the product has no such register. */
  readonly evidence: readonly EvidenceRegister[]
  readonly value: (facts: IndicatorFacts, rules: Rules) => IndicatorValue
}
