import type { Answer, ItemFault, Questionnaire } from '@wayproof/survey'

/** What a form holds when it is shown: nothing at first, later what was typed and what is wrong with it. */
export interface TypedAnswer {
  /** Item -> code or text, as posted. */
  readonly fields: Readonly<Record<string, string>>
  readonly faults: Readonly<Record<string, ItemFault>>
  /** The form lacked a receipt code that we could have made. */
  readonly receiptLost: boolean
  /** What became of its draft: nothing was filled in that could be kept, or it is deleted. */
  readonly told: 'blank' | 'dropped' | null
}

export const NOTHING_TYPED: TypedAnswer = { fields: {}, faults: {}, receiptLost: false, told: null }

/** An answer as the form would have sent it. */
export function fieldsOf({ items }: Questionnaire, { values, comment }: Answer): TypedAnswer['fields'] {
  const open = items.find(({ type }) => type === 'text')
  return open && comment !== null ? { ...values, [open.id]: comment } : values
}

export const isFaulty = ({ faults, receiptLost }: TypedAnswer): boolean => receiptLost || Object.keys(faults).length > 0

/** What was typed into a field, or nothing; never what an object brings along by itself. */
export const typed = (fields: TypedAnswer['fields'], id: string): string =>
  Object.hasOwn(fields, id) ? (fields[id] ?? '') : ''

/** Characters as the length rule counts them. */
export const lengthOf = (text: string): number => Array.from(text.replace(/\r\n?/g, '\n').trim()).length
