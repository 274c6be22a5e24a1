import type { GoalId } from '../goals/goal.ts'
import type { Interval } from '../verdict.ts'

/** The ends of a bullet's track, in the goal's own value (0-1, a reduction -1 to 1), low end first. */
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
 * One scale for the shares of a scorecard, so that rows compare: 50 to 100 %, or 0 to 100 % as soon as one lies lower.
 * A reduction runs from twice as many to none.
 */
export function bulletScale(goal: GoalId, all: readonly Drawn[]): BulletScale {
  if (goal === 'incident-reduction') return { low: -1, high: 1 }
  const lows = all
    .filter((row) => row.goal !== 'incident-reduction')
    .flatMap((row) => [row.value, row.interval?.lower ?? null])
    .filter((low) => low !== null)
  return { low: lows.some((low) => low < 0.5) ? 0 : 0.5, high: 1 }
}

/** Where a value stands on the track, 0 to 1; what lies beyond an end stands at the end. */
export function place(value: number, { low, high }: BulletScale): number {
  return Math.min(1, Math.max(0, (value - low) / (high - low)))
}
