import { type ShownShare, shownPeople, shownShare } from './shown-share.ts'
import { mayReadComments } from './suppression.ts'

/** Ratings of an item by people with and without a comment. */
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
  /** Lower bound of the people with an opinion. */
  readonly people: number
  /** Share of ratings at the two highest points. */
  readonly topTwo: ShownShare
}

/**
 * Figures of the two groups for storage and display. Both or none are shown, because the total is known and either
 * would reveal the other; each must have ten people with an opinion; and no share is finer than its base allows.
 */
export function commentedShares(counts: readonly CommentedCounts[], k: number): readonly CommentedShare[] {
  return counts
    .filter(({ commented, others }) => mayReadComments(commented.opinions) && mayReadComments(others.opinions))
    .map(({ item, commented, others }) => ({
      item,
      commented: peopleShare(commented, k),
      others: peopleShare(others, k),
    }))
}

function peopleShare({ opinions, topTwo }: ItemCounts, k: number): PeopleShare {
  const people = shownPeople(opinions, k)
  return { people, topTwo: shownShare(topTwo, opinions, people) }
}

/** Answers of a cell to an item. */
export interface ItemCounts {
  /** Answers on the scale, or to the choice. */
  readonly opinions: number
  /** Answers at the satisfied points of the scale, or others in the share. */
  readonly topTwo: number
  /** No experience, or don't know. */
  readonly withoutOpinion: number
}
