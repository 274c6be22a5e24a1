import type { Item, Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'

/** The draft and how to change it. */
export interface Editing {
  readonly questionnaire: Questionnaire
  /** Replaces the draft. Changes of the same field that follow each other are one step of Undo. */
  readonly change: (questionnaire: Questionnaire, field?: string | null) => void
}

/** One question and how to change it. */
export interface ItemEditing extends Editing {
  readonly item: Item
  readonly changeItem: (item: Item, field?: string | null) => void
}
