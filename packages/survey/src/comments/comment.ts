import type { Id, LocalText } from '@wayproof/kernel'

/** A theme that an officer assigns to comments, named in both languages. */
export interface CommentCode {
  readonly id: Id
  readonly name: LocalText
  /** Kept for the comments that have it; not assigned any more. */
  readonly retired: boolean
}

/** A masked comment of an unlinked wave: without time, order or group. */
export interface CodedComment {
  /** Random. */
  readonly id: string
  /** Language of the page it was written on. */
  readonly language: string
  readonly text: string
  readonly read: boolean
  readonly codes: readonly Id[]
}

export interface CommentCounts {
  readonly all: number
  readonly read: number
  readonly byLanguage: Readonly<Record<string, number>>
  readonly byCode: Readonly<Record<Id, number>>
}

export interface KeptCommentedShare {
  readonly item: string
  readonly commented: KeptShare
  readonly others: KeptShare
}

/** A share of the two highest points, in the form in which the gate let it out. */
export interface KeptShare {
  readonly people: number
  readonly topTwo: { readonly kind: 'at' | 'below' | 'above'; readonly value: number }
}
