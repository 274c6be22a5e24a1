import type { Interval, Reason } from '../verdict.ts'

/** How firmly a sentence about a figure may be said. */
export type Strength = 'demonstrated' | 'could-be-chance' | 'not-demonstrated' | 'unknown'

/**
 * Chances of a false "beyond sampling error" that the claims of one wave share: at most 5 % of unchanged waves get any.
 * The headline is compared with two earlier waves, and Holm's procedure divides the last part among the other questions.
 */
export const CHANCES = { headline: 0.02, season: 0.01, questions: 0.02 } as const

/** A claim: the figure lies on its side of a comparison value. */
export interface Claim {
  /** A share or a reduction against its target, or the difference of two shares against 0. */
  readonly estimand: 'share' | 'reduction' | 'difference'
  readonly value: number | null
  /** Null for a count of everything, and if no figure is published. */
  readonly interval: Interval | null
  readonly method: 'count' | 'wilson' | 'exact-ratio' | 'hybrid'
  readonly comparison: number
  /** Claims that share the chance of a false one. */
  readonly family: 'goal' | keyof typeof CHANCES
  /** The reason why nothing can be claimed, as in a period that runs; null if the data are complete. */
  readonly lacking: Reason | null
  /**
   * Where the interval lies: wholly on the side of the figure, across the comparison value, or wholly on the other side,
   * as in older seals, which compared rates. `cannot-tell`: no result could have shown it.
   */
  readonly lies: 'beyond' | 'across' | 'contrary' | 'cannot-tell'
  /** Meaning of silence: nobody was asked, the silent are taken to be like the rest, or they cannot be. */
  readonly silence: 'nobody-asked' | 'like-the-rest' | 'unlike-the-rest'
}

export type Judgement =
  | { readonly strength: 'demonstrated' | 'could-be-chance'; readonly why: null }
  | { readonly strength: 'not-demonstrated'; readonly why: 'too-few' | 'uneven-response' | 'contrary' }
  | { readonly strength: 'unknown'; readonly why: Reason }

/** How firm a change of an older seal is, which has a p-value: by the chance of a false claim that is allowed today. */
export const strengthOfP = (p: number): Strength => (p < CHANCES.headline ? 'demonstrated' : 'could-be-chance')

/** The strength of a claim. A complete count is demonstrated: no chance is involved. */
export function strengthOf({ lacking, method, lies, silence }: Claim): Judgement {
  if (lacking !== null) return { strength: 'unknown', why: lacking }
  if (method === 'count') return { strength: 'demonstrated', why: null }
  if (lies === 'cannot-tell') return { strength: 'not-demonstrated', why: 'too-few' }
  if (lies === 'contrary') return { strength: 'not-demonstrated', why: 'contrary' }
  if (lies === 'across') return { strength: 'could-be-chance', why: null }
  if (silence === 'unlike-the-rest') return { strength: 'not-demonstrated', why: 'uneven-response' }
  return { strength: 'demonstrated', why: null }
}
