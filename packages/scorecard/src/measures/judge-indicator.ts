import { Exact } from '../exact.ts'
import { FINEST_STEP } from '../publish/published-step.ts'
import type { Rules } from '../rules.ts'
import type { Indicator } from './indicator-definition.ts'
import type { IndicatorFacts } from './indicator-facts.ts'

/** Value of an indicator at full precision. */
export const judgeIndicator = (
  { value }: Pick<Indicator, 'value'>,
  facts: IndicatorFacts,
  rules: Rules,
): Exact<'indicator'> => new Exact('indicator', value(facts, rules), facts.survey?.step ?? FINEST_STEP)
