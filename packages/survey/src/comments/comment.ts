import type { Id } from '@wayproof/kernel/id'
import type { LocalText } from '@wayproof/kernel/people/locale'

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

/** An absent part does not restrict the comments. */
export interface CommentFilter {
  readonly unread: boolean
  /** Part of the text, in any case. */
  readonly search?: string
  /** Null: comments without a code. */
  readonly code?: Id | null
  readonly language?: string
}

export interface FoundComments {
  /** All comments that match, also beyond the page. */
  readonly matching: number
  readonly comments: readonly CodedComment[]
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
