import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberRanges } from './item-names.ts'

test('neighbors are joined from three on', () => {
  expect(numberRanges([1, 3, 4, 5, 8, 9], 'en')).toBe('1, 3–5, 8, 9')
  expect(numberRanges([1, 2, 3], 'zh-CN')).toBe('1–3')
  expect(numberRanges([], 'en')).toBe('')
})

test('every number is in exactly one range', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 })), (numbers) => {
      const sorted = numbers.toSorted((a, b) => a - b)
      const read = numberRanges(sorted, 'en')
        .split(', ')
        .filter(Boolean)
        .flatMap((range) => {
          const [first = 0, last = first] = range.split('–').map(Number)
          return Array.from({ length: last - first + 1 }, (_, nth) => first + nth)
        })
      expect(read).toEqual(sorted)
    }),
  )
})
