import type { GroupFigure } from '@wayproof/scorecard'
import { expect, test } from 'vitest'
import { publishedChange } from './published-change.ts'

const figure = (value: number, lower: number, upper: number): GroupFigure => ({
  kind: 'shown',
  people: 300,
  topTwo: { kind: 'at', value },
  interval: { lower, upper, level: 0.95 },
  withoutOpinion: { kind: 'at', value: 0 },
})

test('a difference beyond the combined intervals is more than chance', () => {
  const before = figure(0.7, 0.65, 0.75)
  expect(publishedChange(figure(0.8, 0.75, 0.84), before)?.isMoreThanChance).toBe(true)
  expect(publishedChange(figure(0.6, 0.54, 0.65), before)?.isMoreThanChance).toBe(true)
  expect(publishedChange(figure(0.75, 0.7, 0.8), before)).toMatchObject({ isMoreThanChance: false })
})

test('without two shares at a step there is no change', () => {
  const shown = figure(0.9, 0.85, 0.93)
  const beyond = { ...shown, topTwo: { kind: 'above', value: 0.95 } } as const
  expect(publishedChange(shown, beyond)).toBeNull()
  expect(publishedChange(shown, { kind: 'hidden' })).toBeNull()
  expect(publishedChange({ kind: 'absent' }, shown)).toBeNull()
})
