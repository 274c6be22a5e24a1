import { mayReadComments } from '../breakdown/suppression.ts'
import type { ItemCounts } from '../facts.ts'
import { type ShownShare, shownPeople, shownShare } from './shown-share.ts'

/** How an item was rated by those who wrote a comment, and by the others. */
export interface CommentedCounts {
  readonly item: string
  readonly commented: ItemCounts
  readonly others: ItemCounts
}

export interface CommentedShare {
  readonly item: string
  readonly commented: PeopleShare
  readonly others: PeopleShare
}

export interface PeopleShare {
  /** At least so many with an opinion. */
  readonly people: number
  /** Share at one of the two highest points. */
  readonly topTwo: ShownShare
}

/**
 * What may be kept and shown of the two groups: both or none, since the whole is known and either would give the other
 * away; only where each has ten people with an opinion; and no finer than its base carries.
 */
export function commentedShares(counts: readonly CommentedCounts[], k: number): readonly CommentedShare[] {
  return counts
    .filter(({ commented, others }) => mayReadComments(commented.opinions) && mayReadComments(others.opinions))
    .map(({ item, commented, others }) => ({ item, commented: shown(commented, k), others: shown(others, k) }))
}

function shown({ opinions, topTwo }: ItemCounts, k: number): PeopleShare {
  const people = shownPeople(opinions, k)
  return { people, topTwo: shownShare(topTwo, opinions, people) }
}
