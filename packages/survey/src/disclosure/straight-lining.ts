import { shownPeople } from './shown-share.ts'
import { fewestCounted } from './theme-counts.ts'

/** Answers with enough ratings in a block of questions, and those that give the same rating throughout. */
export interface BlockCounts {
  readonly block: string
  readonly rated: number
  readonly same: number
}

/**
 * Published form of a block's counts. `hidden`: too few answers with enough ratings. `few`: too few with one rating
 * throughout, or none. `most`: too few with different ratings, or none.
 */
export interface ShownBlock {
  readonly block: string
  readonly kind: 'hidden' | 'few' | 'most' | 'shown'
  /** Below this number of answers a count is not shown; of a hidden block, that of `rated`. */
  readonly fewest: number
  /** Lower bound; 0 if hidden. */
  readonly rated: number
  /** Lower bound; 0 unless shown. */
  readonly same: number
}

/** Counts as they may be stored and shown: multiples of `k`, rounded down, and none about fewer than ten answers. */
export function shownBlock({ block, rated, same }: BlockCounts, k: number): ShownBlock {
  const fewest = fewestCounted(k)
  const base = { block, fewest, rated: shownPeople(rated, k), same: 0 }
  // One part of so few answers is always too small, and `few` or `most` would tell which.
  if (rated < 2 * fewest) return { ...base, kind: 'hidden', fewest: 2 * fewest, rated: 0 }
  if (same < fewest) return { ...base, kind: 'few' }
  if (rated - same < fewest) return { ...base, kind: 'most' }
  return { ...base, kind: 'shown', same: shownPeople(same, k) }
}
