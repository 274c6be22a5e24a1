import { expect, it } from 'vitest'
import { pauseReasonOf } from './wave-pause.ts'

it.each([
  [19, 19, false],
  [20, 1, false],
  [20, 2, true],
  [1000, 50, false],
  [1000, 51, true],
  [0, 0, false],
])('with %i letters tried and %i refused, pause is %s', (tried, refused, pause) => {
  expect(pauseReasonOf({ tried, refused, complained: 0 })).toBe(pause ? 'hard-bounces' : null)
})

it.each([
  [10, 0, 2, null],
  [10, 0, 3, 'complaints'],
  [1000, 0, 3, null],
  [1000, 1, 3, 'complaints'],
  [2000, 0, 6, null],
  [2000, 0, 7, 'complaints'],
  [1000, 51, 9, 'hard-bounces'],
] as const)(
  'with %i letters tried, %i refused and %i complaints, the reason is %s',
  (tried, refused, complained, reason) => {
    expect(pauseReasonOf({ tried, refused, complained })).toBe(reason)
  },
)
