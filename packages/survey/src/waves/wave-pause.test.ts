import { expect, it } from 'vitest'
import { refusesTooMany } from './wave-pause.ts'

it.each([
  [19, 19, false],
  [20, 1, false],
  [20, 2, true],
  [1000, 50, false],
  [1000, 51, true],
  [0, 0, false],
])('with %i letters tried and %i refused, pause is %s', (tried, refused, pause) => {
  expect(refusesTooMany({ tried, refused })).toBe(pause)
})
