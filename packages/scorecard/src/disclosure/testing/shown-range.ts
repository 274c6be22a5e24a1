import { type ShownShare, shownShare } from '@wayproof/survey/disclosure/shown-share'

/** A range of integers with inclusive ends; empty if `from` is above `to`. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** Possible parts of `people` whose share is displayed as `share` on the shown base. */
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
