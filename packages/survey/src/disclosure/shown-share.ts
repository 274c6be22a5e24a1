import { BAND_BELOW } from './people-band.ts'

/** A share as fine as its base allows, or the fact that it lies beyond the outermost step. */
export interface ShownShare {
  readonly kind: 'at' | 'below' | 'above'
  /** 0-1. */
  readonly value: number
}

/** The share itself, or the end beyond which it lies. */
export const nearestShare = ({ kind, value }: ShownShare): number => (kind === 'at' ? value : kind === 'below' ? 0 : 1)

/** Shown number of people: rounded down to a multiple of `k`, so two bases are equal or differ by at least `k`. */
export const shownPeople = (people: number, k: number): number => people - (people % k)

/** Steps per 1 of a share with the shown base `base`. */
export const shareParts = (base: number): number => (base < BAND_BELOW ? 10 : base < 100 ? 20 : 100)

/**
 * The share `part` of `people` (at least 1), in steps of 10 points below 20 people, 5 below 100, else 1. The steps are
 * so coarse that every number of people with the same shown base is possible, and neither figure reveals the other. None
 * reads like one, and all like all but one, so no share is certain of anybody. `base` is that shown base.
 */
export function shownShare(part: number, people: number, base: number): ShownShare {
  const steps = shareParts(base)
  const nearest = Math.floor((2 * part * steps + people) / (2 * people))
  // One step above that of one person, which is largest at the base itself.
  const first = Math.floor((2 * steps + base) / (2 * base)) + 1
  const last = steps - first
  if (nearest < first) return { kind: 'below', value: first / steps }
  if (nearest > last) return { kind: 'above', value: last / steps }
  return { kind: 'at', value: nearest / steps }
}
