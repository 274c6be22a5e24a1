import { newcombe, wilson } from '@wayproof/statistics'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { GroupFigure } from '../disclosure/suppress-cells.ts'
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

test('with the intervals of the counts it decides like the interval of their difference', () => {
  const wave = fc.integer({ min: 20, max: 2_000 }).chain((n) => fc.record({ n: fc.constant(n), k: fc.nat(n) }))
  fc.assert(
    fc.property(wave, wave, (before, now) => {
      const shown = ({ n, k }: { readonly n: number; readonly k: number }) => {
        const { lower, upper } = wilson({ x: k, n, level: 0.95 })
        return figure(k / n, lower, upper)
      }
      const shares = { p1: before.k / before.n, n1: before.n, p2: now.k / now.n, n2: now.n }
      const { lower, upper } = newcombe({ ...shares, level: 0.95 })
      const isMoreThanChance = (lower ?? 0) > 0 || (upper ?? 0) < 0
      expect(publishedChange(shown(now), shown(before))?.isMoreThanChance).toBe(isMoreThanChance)
      expect(publishedChange(shown(before), shown(now))?.isMoreThanChance).toBe(isMoreThanChance)
    }),
  )
})
