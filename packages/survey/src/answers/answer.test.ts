import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { expect, test } from 'vitest'
import { readAnswer, showsItem } from './answer.ts'

const read = (fields: Record<string, string>) => readAnswer(DEFAULT_QUESTIONNAIRE, fields)
const faults = (fields: Record<string, string>) => {
  const answer = read(fields)
  return answer.ok ? null : answer.fault.items
}

test('only the headline is required, and a blank item is absent from the values', () => {
  expect(read({ overall: '4' })).toEqual({ ok: true, value: { values: { overall: '4' }, comment: null } })
  expect(read({ overall: 'na', trust: '', improve: '  ' })).toEqual({
    ok: true,
    value: { values: { overall: 'na' }, comment: null },
  })
  expect(faults({ trust: '3' })).toEqual({ overall: 'required' })
})

test('a value that the item does not offer is rejected, even if another scale offers it', () => {
  for (const value of ['0', '6', '4.0', ' 4', '４', 'yes', 'null']) {
    expect(faults({ overall: value })).toEqual({ overall: 'not-an-option' })
  }
  expect(faults({ overall: '1', trust: 'na' })).toEqual({ trust: 'not-an-option' })
  expect(faults({ overall: '1', contacted: 'YES' })).toEqual({ contacted: 'not-an-option' })
})

test('a field that is no item is rejected, except the two reserved fields', () => {
  expect(faults({ overall: '1', receipt: 'x', lang: 'en' })).toBeNull()
  expect(faults({ overall: '1', extra: '' })).toEqual({ extra: 'unknown-item' })
  const hostile = JSON.parse('{"overall":"1","__proto__":"1","constructor":"1"}') as Record<string, string>
  expect(Object.keys(faults(hostile) ?? {})).toEqual(['__proto__', 'constructor'])
})

test('a hidden item is not required and its value is dropped', () => {
  const answer = read({ overall: '5', contacted: 'no', complaint: 'nonsense' })
  expect(answer).toEqual({ ok: true, value: { values: { overall: '5', contacted: 'no' }, comment: null } })
  expect(faults({ overall: '5', contacted: 'yes', complaint: 'nonsense' })).toEqual({ complaint: 'not-an-option' })
})

test('the page shows a hidden item once its condition is met', () => {
  const complaint = DEFAULT_QUESTIONNAIRE.items.find(({ id }) => id === 'complaint')
  if (!complaint) throw new Error('no complaint item')
  expect(showsItem(DEFAULT_QUESTIONNAIRE, {}, complaint)).toBe(false)
  expect(showsItem(DEFAULT_QUESTIONNAIRE, { contacted: 'yes' }, complaint)).toBe(true)
})

test('the length of an open text is counted in visible characters, and its control characters are removed', () => {
  expect(read({ overall: '1', improve: '😀'.repeat(1000) }).ok).toBe(true)
  expect(faults({ overall: '1', improve: '密'.repeat(1001) })).toEqual({ improve: 'too-long' })
  const answer = read({ overall: '1', improve: '  one\r\ntwo\rthree\u0000\u001b[31m\u0085 \ud800 ' })
  expect(answer.ok && answer.value.comment).toBe('one\ntwo\nthree[31m \ufffd')
})

test('all faults of an answer are reported together', () => {
  expect(faults({ trust: '9', improve: 'x'.repeat(2000), other: '1' })).toEqual({
    overall: 'required',
    trust: 'not-an-option',
    improve: 'too-long',
    other: 'unknown-item',
  })
})
