import { expect, test } from 'vitest'
import { placeOf, stepFrom } from './row-place.ts'

const first = { keys: ['a', 'b'], page: 1, pageSize: 2, total: 5 }
const last = { keys: ['e'], page: 3, pageSize: 2, total: 5 }

test('a row has its place among the rows of all pages', () => {
  expect(placeOf(first, 'b')).toBe(2)
  expect(placeOf(last, 'e')).toBe(5)
  expect(placeOf(last, 'a')).toBeNull()
})

test('a step leads to the neighbor, over the end of the page to the next page, and no further than the list', () => {
  expect(stepFrom(first, 'a', 1)).toEqual({ key: 'b' })
  expect(stepFrom(first, 'b', 1)).toEqual({ page: 2 })
  expect(stepFrom(first, 'a', -1)).toBeNull()
  expect(stepFrom(last, 'e', 1)).toBeNull()
  expect(stepFrom(last, 'e', -1)).toEqual({ page: 2 })
})

test('from a row that the page does not have, the next step leads to its first row', () => {
  expect(stepFrom(last, 'gone', 1)).toEqual({ key: 'e' })
  expect(stepFrom(last, 'gone', -1)).toBeNull()
})
