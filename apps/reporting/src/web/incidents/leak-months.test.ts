import { expect, test } from 'vitest'
import { causesOf, leakMonths } from './leak-months.ts'

const leaks = [
  { month: '2025', cause: 'error', count: 1 },
  { month: '2025-02', cause: 'hacking', count: 1 },
  { month: '2025-02', cause: 'error', count: 2 },
]

test('every month up to the last one that counts has its leaks by cause and the total so far', () => {
  expect(leakMonths(leaks, '2025-03-31')).toEqual([
    { month: '2025', counts: { error: 1 }, total: 1 },
    { month: '2025-01', counts: {}, total: 1 },
    { month: '2025-02', counts: { hacking: 1, error: 2 }, total: 4 },
    { month: '2025-03', counts: {}, total: 4 },
  ])
})

test('the most frequent cause comes first', () => {
  expect(causesOf(leaks)).toEqual(['error', 'hacking'])
})
