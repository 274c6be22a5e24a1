import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowsSearch } from './row-list/rows-search.ts'
import { parseSearch, stringifySearch } from './search-address.ts'

test('reading a written address gives the same parameters', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.json(),
    fc.constantFrom('true', 'null', '007', '1e3', '["p1"]'),
  )
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1 }), text), (search) => {
      expect(Object.entries(parseSearch(stringifySearch(search)))).toEqual(Object.entries(search))
    }),
  )
})

test('the key of a row is encoded once', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 3 }), (segments) => {
      const row = JSON.stringify(segments)
      const address = stringifySearch({ row, page: undefined })
      expect(new URLSearchParams(address).get('row')).toBe(row)
      expect(rowsSearch(parseSearch(address))).toEqual({ row })
    }),
  )
})
