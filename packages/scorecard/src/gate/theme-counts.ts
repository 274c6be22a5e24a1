import { FEWEST_BEHIND_COMMENTS } from '../breakdown/suppression.ts'
import { shownPeople } from './shown-share.ts'

/** Comments that have a theme, as far as a reader may know. */
export type ThemeCount = FewComments | CountedComments

/** None, or too few to say how many. */
interface FewComments {
  readonly kind: 'few'
}

interface CountedComments {
  readonly kind: 'shown'
  /** At least so many. */
  readonly comments: number
}

/** How many comments of a wave were written, read and assigned to each theme. */
export interface CommentTotals {
  readonly all: number
  readonly read: number
  readonly byTheme: Readonly<Record<string, number>>
}

export interface ShownComments {
  /** Every number is a multiple of it. */
  readonly step: number
  /** Fewer comments than this are `few`. */
  readonly fewest: number
  /** At least so many. */
  readonly all: number
  readonly read: number
  /** `few` for a theme that no comment has. */
  readonly theme: (id: string) => ThemeCount
}

/**
 * What every reader sees of a wave's themes. Totals and counts are multiples of `k`, rounded down: where each comment has
 * one theme, the total less the shown themes leaves `k` counts or more for a hidden one, or `k` comments and more, and an
 * assignment between two looks changes a count by nothing or by `k`. No comment and a few read alike.
 */
export function shownComments({ all, read, byTheme }: CommentTotals, k: number): ShownComments {
  // Twice `k`: the total of several hidden themes must not pin one of them below `k`.
  const fewest = Math.max(FEWEST_BEHIND_COMMENTS, 2 * k)
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
