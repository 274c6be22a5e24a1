import type { Id, LocalText } from '@wayproof/kernel'

/** A theme that an officer assigns to comments, named in both languages. */
export interface CommentCode {
  readonly id: Id
  readonly name: LocalText
  /** True if the code can no longer be assigned; comments that have it keep it. */
  readonly retired: boolean
}

/** A masked comment of an unlinked wave, without time, order or group. */
export interface CodedComment {
  /** Random ID. */
  readonly id: string
  /** Language of the page on which the comment was written. */
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

export interface StoredCommentedShare {
  readonly item: string
  readonly commented: StoredShare
  readonly others: StoredShare
}

/** Share of the two highest points, in the rounding allowed by disclosure control. */
export interface StoredShare {
  readonly people: number
  readonly topTwo: { readonly kind: 'at' | 'below' | 'above'; readonly value: number }
}
