import { addMonths, type CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { type Period, periodKey } from '@wayproof/kernel/calendar/period'
import type { SealedIndicator } from '../closing/seals/sealed-parts.ts'
import { Exact } from '../exact.ts'
import type { ScorecardPorts } from '../ports.ts'
import { publish } from '../publish/publish.ts'
import { FINEST_STEP } from '../publish/published-step.ts'
import type { Rules } from '../rules.ts'
import { INDICATORS, type IndicatorId } from './indicator.ts'
import type { Indicator } from './indicator-definition.ts'
import type { EvidenceRegister, IndicatorFacts } from './indicator-facts.ts'
import { type IndicatorValue, unknown } from './indicator-value.ts'

export interface CountedIndicator extends SealedIndicator {
  readonly id: IndicatorId
}

/** Publishes the indicators of a half-year that has begun, as counted on `today`. */
export async function countIndicators(
  { facts }: Pick<ScorecardPorts, 'facts'>,
  half: Period,
  today: CalendarDate,
): Promise<readonly CountedIndicator[]> {
  const counts = await facts.forHalfYear(periodKey(half))
  const indicatorFacts = await counts.indicators(half, today)
  return INDICATORS.map((indicator) => ({
    id: indicator.id,
    value: publish(judgeIndicator(indicator, indicatorFacts, counts.definitions.rules)),
    lastOn: latestOf(indicator.evidence, indicatorFacts),
  }))
}

/** Value of an indicator at full precision; unknown if its evidence is too old. */
const judgeIndicator = (
  indicator: Pick<Indicator, 'value' | 'fresh'>,
  facts: IndicatorFacts,
  rules: Rules,
): Exact<'indicator'> => new Exact('indicator', freshValue(indicator, facts, rules), facts.survey?.step ?? FINEST_STEP)

function freshValue(
  { value, fresh }: Pick<Indicator, 'value' | 'fresh'>,
  facts: IndicatorFacts,
  rules: Rules,
): IndicatorValue {
  const judged = value(facts, rules)
  if (!fresh || judged.kind === 'unknown') return judged
  const last = latestOf(fresh.by, facts)
  return last !== null && addMonths(last, fresh.months) >= facts.asOf ? judged : unknown('outdated')
}

/** Day of the latest entry in the registers; null without any. */
const latestOf = (
  evidence: readonly EvidenceRegister[],
  { lastOn }: Pick<IndicatorFacts, 'lastOn'>,
): CalendarDate | null =>
  evidence.reduce<CalendarDate | null>((latest, from) => {
    const on = lastOn[from]
    return on !== null && (latest === null || on > latest) ? on : latest
  }, null)
