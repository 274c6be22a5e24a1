import { BAND_BELOW } from '../breakdown/people-band.ts'

/** A share as finely as its base carries it, or that it lies beyond the last step that is told. */
export interface ShownShare {
  readonly kind: 'at' | 'below' | 'above'
  /** 0-1. */
  readonly value: number
}

/** People as they are shown: rounded down to a multiple of `k`, so that two bases differ by nobody or by `k` and more. */
export const shownPeople = (people: number, k: number): number => people - (people % k)

/**
 * The share `part` of `people` (1 or more) in steps of 10 points under twenty people, of 5 under a hundred, else of 1: so
 * coarse that every number of people with the same shown base could have it, and neither can be reckoned from the other.
 * Under twenty nobody reads like one, and everybody like all but one. `base` is that shown base.
 */
export function shownShare(part: number, people: number, base: number): ShownShare {
  const few = base < BAND_BELOW
  const steps = few ? 10 : base < 100 ? 20 : 100
  const nearest = Math.floor((2 * part * steps + people) / (2 * people))
  const first = few ? (base < 10 ? 3 : 2) : part > 0 ? 1 : 0
  const last = few ? steps - first : part < people ? steps - 1 : steps
  if (nearest < first) return { kind: 'below', value: first / steps }
  if (nearest > last) return { kind: 'above', value: last / steps }
  return { kind: 'at', value: nearest / steps }
}
