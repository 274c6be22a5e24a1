import { expect, it } from 'vitest'
import { fieldFault } from './field-fault.ts'

const found = { badInput: false, customError: false, rangeOverflow: false, typeMismatch: false, valueMissing: false }
const field = { required: false, type: 'text', value: '', willValidate: true, validity: found }

it('finds nothing wrong with a field that may stay empty, nor with one that cannot be changed', () => {
  expect(fieldFault(field)).toBeNull()
  expect(fieldFault({ ...field, willValidate: false, validity: { ...found, typeMismatch: true } })).toBeNull()
})

it('takes blanks for nothing, but for a password', () => {
  expect(fieldFault({ ...field, required: true, value: ' \u3000 ' })).toBe('empty')
  expect(fieldFault({ ...field, required: true, type: 'password', value: '   ' })).toBeNull()
  expect(fieldFault({ ...field, required: true, value: ' x ' })).toBeNull()
})

it('tells a day typed by half from none', () => {
  const day = { ...field, required: true, type: 'date' }
  expect(fieldFault({ ...day, validity: { ...found, badInput: true, valueMissing: true } })).toBe('unfinished')
  expect(fieldFault({ ...day, validity: { ...found, badInput: true, customError: true } })).toBe('unfinished')
  expect(fieldFault({ ...day, validity: { ...found, valueMissing: true } })).toBe('empty')
})

it('says the fault of the form before those of the attributes, and also of a list that is only chosen from', () => {
  expect(fieldFault({ ...field, willValidate: false, validity: { ...found, customError: true } })).toBe('own')
  expect(fieldFault({ ...field, validity: { ...found, customError: true, typeMismatch: true } })).toBe('own')
  expect(fieldFault({ ...field, validity: { ...found, typeMismatch: true } })).toBe('not-email')
  expect(fieldFault({ ...field, validity: { ...found, rangeOverflow: true } })).toBe('late')
})
