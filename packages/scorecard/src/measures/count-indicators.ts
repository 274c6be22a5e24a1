import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Period } from '@wayproof/kernel/calendar/period'
import { periodKey } from '@wayproof/kernel/calendar/period'
import type { SealedIndicator } from '../closing/seals/sealed-parts.ts'
import type { ScorecardPorts } from '../ports.ts'
import { publish } from '../publish/publish.ts'
import { INDICATORS, type IndicatorId } from './indicator.ts'
import { judgeIndicator, latestOf } from './judge-indicator.ts'

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
