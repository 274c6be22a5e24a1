import { hybridInterval } from '@wayproof/statistics/hybrid-interval'
import type { GroupFigure } from '../disclosure/suppress-cells.ts'

export interface PublishedChange {
  /** Now minus before, 0-1. */
  readonly difference: number
  /** Whether the 95 % interval of the difference excludes 0. */
  readonly isMoreThanChance: boolean
}

/**
 * The change of a share between two waves, from the published figures alone: the two published intervals are combined, so
 * the result reveals no more than they do. Null if either share lies beyond a step.
 */
export function publishedChange(now: GroupFigure, before: GroupFigure): PublishedChange | null {
  if (now.kind !== 'shown' || before.kind !== 'shown') return null
  if (now.topTwo.kind !== 'at' || before.topTwo.kind !== 'at') return null
  const [share, earlier] = [now.topTwo.value, before.topTwo.value]
  const { lower, upper } = hybridInterval({ ...before.interval, share: earlier }, { ...now.interval, share })
  return { difference: share - earlier, isMoreThanChance: lower > 0 || upper < 0 }
}
