import { isOpenText, type Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import type { Answer, ItemFault } from '@wayproof/survey/answers/answer'
import type { Preselection } from '@wayproof/survey/links/preselection'

/** The state of a questionnaire form: blank at first, later the input and its faults. */
export interface TypedAnswer {
  /** ID of a coded question -> code, or of an open one -> text, as posted. */
  readonly fields: Readonly<Record<string, string>>
  readonly faults: Readonly<Record<string, ItemFault>>
  /** True if the form had no valid receipt code. */
  readonly isReceiptLost: boolean
  /** Result for the draft: nothing was filled in, or it was deleted. */
  readonly draftResult: 'blank' | 'dropped' | null
  /** The option that a link in a letter selected; null if none did. */
  readonly preselected: Preselection | null
}

export const NOTHING_TYPED: TypedAnswer = {
  fields: {},
  faults: {},
  isReceiptLost: false,
  draftResult: null,
  preselected: null,
}

/** The form with only the option that a link in a letter selected; blank for null. */
export const typedByLink = (preselected: Preselection | null): TypedAnswer =>
  preselected ? { ...NOTHING_TYPED, fields: { [preselected.item]: preselected.value }, preselected } : NOTHING_TYPED

/** Converts an answer to form fields. */
export function fieldsOf({ items }: Questionnaire, { values, comment }: Answer): TypedAnswer['fields'] {
  const open = items.find(isOpenText)
  return open && comment !== null ? { ...values, [open.id]: comment } : values
}

export const isFaulty = ({ faults, isReceiptLost }: TypedAnswer): boolean =>
  isReceiptLost || Object.keys(faults).length > 0

/** The text typed into a field, or an empty string; never an inherited property of the object. */
export const typedText = (fields: TypedAnswer['fields'], id: string): string =>
  Object.hasOwn(fields, id) ? (fields[id] ?? '') : ''

/** Length in characters as the length rule counts them. */
export const lengthOf = (text: string): number => Array.from(text.replace(/\r\n?/g, '\n').trim()).length
