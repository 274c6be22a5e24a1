import { lastDay, parsePeriod } from '@wayproof/kernel/calendar/period'
import { gapToTarget } from './gap/gap-to-target.ts'
import type { GoalId } from './goals/goal.ts'
import type { Scorecard } from './scorecard.ts'
import type { Verdict } from './verdict.ts'

/**
 * Where a goal stands while its half-year runs. `reached`: on target today. `missed`: can no longer be met. `far-behind`:
 * less than half of what is expected by now. `later`: asked after the half-year.
 */
export type GoalCourse = 'reached' | 'missed' | 'on-pace' | 'behind' | 'far-behind' | 'too-early' | 'no-data' | 'later'

/** The goals of a running half-year by their course, in the paper's order. */
export type RunningResult = Readonly<Record<GoalCourse, readonly GoalId[]>>

export function courseOf(verdict: Verdict): GoalCourse {
  const { goal, status, reason } = verdict
  if (verdict.verdict === 'met') return 'reached'
  if (verdict.verdict === 'missed') return gapToTarget(verdict).state === 'over' ? 'missed' : 'behind'
  if (goal === 'customer-satisfaction' && reason === 'running') return 'later'
  if (reason === 'not-yet-due') return 'too-early'
  switch (status) {
    case 'green':
      return 'on-pace'
    case 'amber':
      return 'behind'
    case 'red':
      return 'far-behind'
    case 'too-early':
      return 'too-early'
    default:
      return 'no-data'
  }
}

/** True until the last day of the half-year, on which its figures are complete. */
export function isRunning({ period, asOf }: Pick<Scorecard, 'period' | 'asOf'>): boolean {
  const half = parsePeriod(period)
  return half !== null && asOf < lastDay(half)
}

/** Null once the half-year has ended: its overall result then says which goals are met. */
export function runningResult(scorecard: Pick<Scorecard, 'period' | 'asOf' | 'verdicts'>): RunningResult | null {
  if (!isRunning(scorecard)) return null
  const on = (course: GoalCourse) =>
    scorecard.verdicts.filter((verdict) => courseOf(verdict) === course).map(({ goal }) => goal)
  return {
    reached: on('reached'),
    missed: on('missed'),
    'on-pace': on('on-pace'),
    behind: on('behind'),
    'far-behind': on('far-behind'),
    'too-early': on('too-early'),
    'no-data': on('no-data'),
    later: on('later'),
  }
}
