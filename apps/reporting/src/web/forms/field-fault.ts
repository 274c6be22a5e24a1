export type FormField = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

export type FieldFault = 'own' | 'empty' | 'unfinished' | 'not-email' | 'late'

type Judged = Pick<FormField, 'required' | 'type' | 'value' | 'willValidate'> & {
  readonly validity: Pick<ValidityState, 'badInput' | 'customError' | 'rangeOverflow' | 'typeMismatch' | 'valueMissing'>
}

/** What the browser finds wrong with a field, by the rules that its attributes state. Blanks alone fill no field but a password. */
export function fieldFault({ required, type, value, validity, willValidate }: Judged): FieldFault | null {
  // A day typed by half has no value, but it is not missing.
  if (validity.badInput) return 'unfinished'
  // A list that is only chosen from is read-only to the browser, which bars it from the rules of its attributes.
  if (validity.customError) return 'own'
  if (!willValidate) return null
  if (validity.valueMissing || (required && type !== 'password' && value.trim() === '')) return 'empty'
  if (validity.typeMismatch) return 'not-email'
  return validity.rangeOverflow ? 'late' : null
}
