import { type CalendarDate, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { lastDay, type PeriodKey, periodKey, periodOf, previousPeriod } from '@wayproof/kernel/calendar/period'
import type { GoalId } from './goals/goal.ts'
import type { ScorecardPorts } from './ports.ts'
import { readScorecard } from './read-scorecard.ts'

/** A goal that is off target or within tolerance, or behind while it runs. */
export interface OffTargetGoal {
  readonly period: PeriodKey
  readonly goal: GoalId
  readonly status: 'red' | 'amber'
  /** Its status is a pace. */
  readonly isRunning: boolean
}

/**
 * Red and amber goals of the running half-year and the one before, unless that ended before the program began on
 * `start`.
 */
export async function listOffTargetGoals(
  ports: ScorecardPorts,
  { start }: { readonly start: CalendarDate },
): Promise<readonly OffTargetGoal[]> {
  const running = periodOf('half-year', dateAt(ports.clock.now(), ports.timeZone))
  const halves = [previousPeriod(running), running].filter((half) => lastDay(half) >= start)
  const goals = await Promise.all(halves.map((half) => goalsOf(ports, periodKey(half))))
  return goals.flat()
}

async function goalsOf(ports: ScorecardPorts, period: PeriodKey): Promise<readonly OffTargetGoal[]> {
  const scorecard = await readScorecard(ports, { period })
  if (!scorecard.ok) return []
  return scorecard.value.verdicts.flatMap(({ goal, status, verdict }) =>
    status === 'red' || status === 'amber' ? [{ period, goal, status, isRunning: verdict === 'unknown' }] : [],
  )
}
