import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { periodKey, periodOf } from '@wayproof/kernel/calendar/period'
import type { ScorecardPorts } from '../ports.ts'
import type { Rules } from '../rules.ts'

/** Reads the rules of today's half-year. */
export async function readRules({
  facts,
  clock,
  timeZone,
}: Pick<ScorecardPorts, 'facts' | 'clock' | 'timeZone'>): Promise<Rules> {
  const half = periodKey(periodOf('half-year', dateAt(clock.now(), timeZone)))
  return (await facts.forHalfYear(half)).definitions.rules
}
