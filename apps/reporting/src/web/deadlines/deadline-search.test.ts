import { expect, test } from 'vitest'
import { deadlineSearch } from './deadline-search.ts'

test('the address names the page and whose tasks are listed; anything else in it is ignored', () => {
  expect(deadlineSearch({ mine: 'true', page: '3' })).toEqual({ mine: true, page: 3 })
  expect(deadlineSearch({ mine: true, page: 2 })).toEqual({ mine: true, page: 2 })
  for (const page of ['1', '0', '-2', '2.5', 'x', '100001', undefined])
    expect(deadlineSearch({ mine: 'no', page })).toEqual({})
})
