import { expect, test } from 'vitest'
import { mergeCodes } from './comment-item.tsx'

test('the additions and removals of the reader apply to the codes of the others', () => {
  expect(mergeCodes({ seen: ['a'], typed: ['a', 'b'] }, ['a', 'c'])).toEqual(['a', 'c', 'b'])
  expect(mergeCodes({ seen: ['a', 'b'], typed: ['b'] }, ['a', 'b', 'c'])).toEqual(['b', 'c'])
  expect(mergeCodes({ seen: [], typed: ['b'] }, ['b'])).toEqual(['b'])
})

test('a comment that was only marked as read keeps the codes of the others', () => {
  expect(mergeCodes({ seen: ['a'], typed: ['a'] }, ['b'])).toEqual(['b'])
})
