import type { GoalId } from '../goals/goal.ts'
import type { Interval } from '../verdict.ts'

/** Ends of a bullet chart's track, in the goal's own unit (0-1, a reduction -1 to 1), low end first. */
export interface BulletScale {
  readonly low: number
  readonly high: number
}

export interface Drawn {
  readonly goal: GoalId
  readonly value: number | null
  readonly interval: Interval | null
}

/**
 * Returns one scale for all shares of a scorecard, so that rows are comparable: 50 to 100 %, or 0 to 100 % if any share
 * is lower. A reduction ranges from twice as many to none.
 */
export function bulletScale(goal: GoalId, all: readonly Drawn[]): BulletScale {
  if (goal === 'incident-reduction') return { low: -1, high: 1 }
  const lows = all
    .filter((row) => row.goal !== 'incident-reduction')
    .flatMap((row) => [row.value, row.interval?.lower ?? null])
    .filter((low) => low !== null)
  return { low: lows.some((low) => low < 0.5) ? 0 : 0.5, high: 1 }
}

/** Position of a value on the track, 0 to 1; values beyond an end are placed at the end. */
export function place(value: number, { low, high }: BulletScale): number {
  return Math.min(1, Math.max(0, (value - low) / (high - low)))
}
