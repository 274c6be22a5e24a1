export type FormField = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

export type FieldFault = 'own' | 'empty' | 'unfinished' | 'not-email' | 'late'

type ValidatedField = Pick<FormField, 'required' | 'type' | 'value' | 'willValidate'> & {
  readonly validity: Pick<ValidityState, 'badInput' | 'customError' | 'rangeOverflow' | 'typeMismatch' | 'valueMissing'>
}

/** Reads the browser's validation of a field. Blanks count as text only in a password. */
export function fieldFault({ required, type, value, validity, willValidate }: ValidatedField): FieldFault | null {
  // A half-typed date has no value, but it is not missing.
  if (validity.badInput) return 'unfinished'
  // A select is read-only to the browser, which therefore skips its validation.
  if (validity.customError) return 'own'
  if (!willValidate) return null
  if (validity.valueMissing || (required && type !== 'password' && value.trim() === '')) return 'empty'
  if (validity.typeMismatch) return 'not-email'
  return validity.rangeOverflow ? 'late' : null
}
