/** One position of a stored answer: the item and its possible values; the first is written `1`. */
export interface CodedItem {
  readonly item: string
  readonly values: readonly string[]
}

/** Character code of a blank item; an item's n-th value is the n-th character after it. */
export const BLANK = 48
