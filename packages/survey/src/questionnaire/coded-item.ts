/** One place of a stored answer: the item, and the values it can take; the first is written `1`. */
export interface CodedItem {
  readonly item: string
  readonly values: readonly string[]
}

/** The character of a blank item; an item's n-th value is the n-th character after it. */
export const BLANK = 48
