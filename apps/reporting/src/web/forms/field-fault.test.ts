import { expect, it } from 'vitest'
import { fieldFault } from './checked-form.tsx'

const valid = { badInput: false, customError: false, rangeOverflow: false, typeMismatch: false, valueMissing: false }
const field = { required: false, type: 'text', value: '', willValidate: true, validity: valid }

it('accepts an optional empty field and a read-only field', () => {
  expect(fieldFault(field)).toBeNull()
  expect(fieldFault({ ...field, willValidate: false, validity: { ...valid, typeMismatch: true } })).toBeNull()
})

it('treats blanks as empty, except in a password', () => {
  expect(fieldFault({ ...field, required: true, value: ' \u3000 ' })).toBe('empty')
  expect(fieldFault({ ...field, required: true, type: 'password', value: '   ' })).toBeNull()
  expect(fieldFault({ ...field, required: true, value: ' x ' })).toBeNull()
})

it('distinguishes a half-typed date from an empty one', () => {
  const day = { ...field, required: true, type: 'date' }
  expect(fieldFault({ ...day, validity: { ...valid, badInput: true, valueMissing: true } })).toBe('unfinished')
  expect(fieldFault({ ...day, validity: { ...valid, badInput: true, customError: true } })).toBe('unfinished')
  expect(fieldFault({ ...day, validity: { ...valid, valueMissing: true } })).toBe('empty')
})

it("puts the form's own error before the browser's, also for a select", () => {
  expect(fieldFault({ ...field, willValidate: false, validity: { ...valid, customError: true } })).toBe('own')
  expect(fieldFault({ ...field, validity: { ...valid, customError: true, typeMismatch: true } })).toBe('own')
  expect(fieldFault({ ...field, validity: { ...valid, typeMismatch: true } })).toBe('not-email')
  expect(fieldFault({ ...field, validity: { ...valid, rangeOverflow: true } })).toBe('late')
})
