import { shownPeople } from './shown-share.ts'
import { FEWEST_BEHIND_COMMENTS } from './suppression.ts'

/** Published count of the comments with a theme. */
export type ThemeCount = FewComments | CountedComments

/** No comments, or too few to show how many. */
interface FewComments {
  readonly kind: 'few'
}

interface CountedComments {
  readonly kind: 'shown'
  /** Lower bound. */
  readonly comments: number
}

/** Numbers of comments written, read and assigned to each theme in a wave. */
export interface CommentTotals {
  readonly all: number
  readonly read: number
  readonly byTheme: Readonly<Record<string, number>>
}

export interface ShownComments {
  /** Every count is a multiple of it. */
  readonly step: number
  /** Below this number of comments a count is `few`. */
  readonly fewest: number
  /** Lower bound. */
  readonly all: number
  readonly read: number
  /** `few` for a theme without comments. */
  readonly theme: (id: string) => ThemeCount
}

/**
 * Fewest that a count may show. Twice `k`, so that the total of several hidden counts cannot pin one of them below `k`.
 */
export const fewestCounted = (k: number): number => Math.max(FEWEST_BEHIND_COMMENTS, 2 * k)

/**
 * Published theme counts of a wave. Totals and counts are multiples of `k`, rounded down: with one theme per comment,
 * the total minus the shown themes leaves at least `k` possible counts, or at least `k` comments, for a hidden theme,
 * and one assignment changes a count by 0 or `k`. No comments and few comments read alike.
 */
export function shownComments({ all, read, byTheme }: CommentTotals, k: number): ShownComments {
  const fewest = fewestCounted(k)
  return {
    step: k,
    fewest,
    all: shownPeople(all, k),
    read: shownPeople(read, k),
    theme: (id) => {
      const count = byTheme[id] ?? 0
      return count < fewest ? { kind: 'few' } : { kind: 'shown', comments: shownPeople(count, k) }
    },
  }
}
