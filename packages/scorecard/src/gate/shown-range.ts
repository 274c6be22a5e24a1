import { type ShownShare, shownShare } from './shown-share.ts'

/** Whole numbers; both ends belong to it. None where `from` is above `to`. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** How many people may stand behind a shown number. */
export const peopleBehind = (shown: number, k: number): Range => ({ from: shown, to: shown + k - 1 })

/** How many of `people` may be the part whose share is shown as `share` on the shown base. */
export function partBehind(share: ShownShare, people: number, base: number): Range {
  const reads = (part: number): boolean => {
    const { kind, value } = shownShare(part, people, base)
    return kind === share.kind && value === share.value
  }
  let from = 0
  while (from <= people && !reads(from)) from += 1
  let to = from
  while (to < people && reads(to + 1)) to += 1
  return from > people ? { from: 1, to: 0 } : { from, to }
}
