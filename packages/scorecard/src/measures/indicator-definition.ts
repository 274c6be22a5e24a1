import type { Rules } from '../rules.ts'
import type { EvidenceRegister, IndicatorFacts } from './indicator-facts.ts'
import type { IndicatorValue } from './indicator-value.ts'
import type { MeasureId } from './measure.ts'

/** How long an entry in registers shows the present state. */
export interface Freshness {
  readonly months: number
  readonly by: readonly EvidenceRegister[]
}

export interface Indicator {
  readonly id: string
  readonly measure: MeasureId
  /** Its sources; empty if the product has no such register. */
  readonly evidence: readonly EvidenceRegister[]
  /** Unknown once the latest entry in any of these registers is older. Absent if only entries of the period count. */
  readonly fresh?: Freshness
  /** Whether people are behind it. */
  readonly ofPeople?: true
  readonly value: (facts: IndicatorFacts, rules: Rules) => IndicatorValue
}
