import { expect, test } from 'vitest'
import { maskedComment } from './masked-comment.ts'
import { ordinaryComments } from './testing/ordinary-comments.ts'

test('comments that name no person remain unchanged, with their prices, dates, times and places', () => {
  expect(ordinaryComments.length).toBeGreaterThan(600)
  expect(ordinaryComments.filter((text) => maskedComment(text) !== text)).toEqual([])
})
