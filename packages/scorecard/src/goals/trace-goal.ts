import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { lastDay, type PeriodKey, periodKey } from '@wayproof/kernel/calendar/period'
import { type Outcome, ok } from '@wayproof/kernel/outcome'
import { type HalfYearFault, halfYearNamed } from '../build-scorecard.ts'
import type { TrendPoint } from '../change/trend.ts'
import { periodsUpTo, trendPoint } from '../change/trend.ts'
import type { ScorecardPorts } from '../ports.ts'
import { type GoalId, isYearly } from './goal.ts'
import { readVerdict } from './judge-goal.ts'

const MOST = 40

/**
 * Trend of a goal over `periods` half-years (1-40) up to `period`, oldest first. Periods before the program's start
 * are omitted, because nothing was promised then. A yearly goal has whole years and `period` itself, because half a
 * year is not a year. Closed periods are as sealed. Fault: `not-a-half-year`.
 */
export async function goalTrend(
  ports: ScorecardPorts,
  { goal, period, periods = 8 }: { readonly goal: GoalId; readonly period: PeriodKey; readonly periods?: number },
): Promise<Outcome<readonly TrendPoint[], HalfYearFault>> {
  const last = halfYearNamed(period)
  if (!last.ok) return last
  const today = dateAt(ports.clock.now(), ports.timeZone)
  const { programmeStart } = await ports.facts.forHalfYear(period)
  const halves = periodsUpTo(last.value, Math.min(periods, MOST)).filter(
    (half) => periodKey(half) === period || (lastDay(half) >= programmeStart && !(isYearly(goal) && half.index === 1)),
  )
  const points = await Promise.all(
    halves.map(async (half) => {
      return trendPoint(periodKey(half), await readVerdict(ports, goal, half, today))
    }),
  )
  return ok(points)
}
