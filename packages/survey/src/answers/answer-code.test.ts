import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerCode } from './answer-code.ts'

const code = answerCode(DEFAULT_QUESTIONNAIRE)

test('a stored answer has one character per item, in questionnaire order, and is readable by eye', () => {
  expect(code.items.slice(0, 2).map(({ item }) => item)).toEqual(['overall', 'trust'])
  expect(code.encode({ trust: 'dk', overall: '4' })).toBe(`46${'0'.repeat(code.items.length - 2)}`)
  expect(code.items.map(({ item }) => item)).not.toContain('improve')
})

test('decoding an encoded answer returns the same values, and two different answers never have the same code', () => {
  const values = fc
    .tuple(...code.items.map(({ values: of }) => fc.option(fc.constantFrom(...of), { nil: null })))
    .map((given) =>
      Object.fromEntries(code.items.flatMap(({ item }, n) => (given[n] === null ? [] : [[item, String(given[n])]]))),
    )
  fc.assert(
    fc.property(values, (given) => {
      expect(code.decode(code.encode(given))).toEqual(given)
    }),
  )
})

test('encoding rejects a value the item does not offer, and decoding rejects a text that is no answer code', () => {
  expect(() => code.encode({ overall: '6' })).toThrow(RangeError)
  expect(() => code.encode({ overall: '4', improve: 'text' })).toThrow(RangeError)
  expect(() => code.decode('4')).toThrow(RangeError)
  expect(() => code.decode(`9${'0'.repeat(code.items.length - 1)}`)).toThrow(RangeError)
})
