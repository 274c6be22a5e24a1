import type { GroupFigure } from '@wayproof/scorecard'

export interface PublishedChange {
  /** Now minus before, 0-1. */
  readonly difference: number
  /** Whether the 95 % interval of the difference excludes 0. */
  readonly isMoreThanChance: boolean
}

/**
 * The change of a share between two waves, from the published figures alone. Newcombe's hybrid interval combines the
 * two published intervals, so the result reveals no more than they do. Null if either share lies beyond a step.
 */
export function publishedChange(now: GroupFigure, before: GroupFigure): PublishedChange | null {
  if (now.kind !== 'shown' || before.kind !== 'shown') return null
  if (now.topTwo.kind !== 'at' || before.topTwo.kind !== 'at') return null
  const [share, earlier] = [now.topTwo.value, before.topTwo.value]
  const difference = share - earlier
  const lower = difference - Math.hypot(share - now.interval.lower, before.interval.upper - earlier)
  const upper = difference + Math.hypot(now.interval.upper - share, earlier - before.interval.lower)
  return { difference, isMoreThanChance: lower > 0 || upper < 0 }
}
