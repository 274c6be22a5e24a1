import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { firstDay, type Period, type PeriodKey, periodKey, quartersOf, yearOf } from '@wayproof/kernel/calendar/period'
import { type Outcome, ok } from '@wayproof/kernel/outcome'
import { type HalfYearFault, halfYearNamed } from '../build-scorecard.ts'
import type { ScorecardPorts } from '../ports.ts'
import type { GoalId } from './goal.ts'
import { asOfDay } from './judge-goal.ts'
import type { MissingList } from './missing-row.ts'

/**
 * Lists the rows that a goal lacks: for training one list per started quarter, else one list for the verdict's period.
 * Incidents and satisfaction have none. Fault: `not-a-half-year`.
 */
export async function missingRows(
  ports: ScorecardPorts,
  { goal, period }: { readonly goal: GoalId; readonly period: PeriodKey },
): Promise<Outcome<readonly MissingList[], HalfYearFault>> {
  const half = halfYearNamed(period)
  if (!half.ok) return half
  const today = dateAt(ports.clock.now(), ports.timeZone)
  const asOf = asOfDay(half.value, today)
  const facts = await ports.facts.forHalfYear(period)
  const list = async (of: Period, rows: Promise<MissingList['rows']>): Promise<MissingList> => {
    return { period: periodKey(of), rows: await rows }
  }
  switch (goal) {
    case 'policy-publication':
      return ok([await list(half.value, facts.missingSurfaces(asOf))])
    case 'partner-audit':
      return ok([await list(yearOf(half.value), facts.missingPartners(half.value.year, asOf))])
    case 'staff-training': {
      const periods = quartersOf(half.value).filter((quarter) => firstDay(quarter) <= today)
      return ok(await Promise.all(periods.map((quarter) => list(quarter, facts.missingStaff(quarter, today)))))
    }
    case 'incident-reduction':
    case 'customer-satisfaction':
      return ok([])
  }
}
