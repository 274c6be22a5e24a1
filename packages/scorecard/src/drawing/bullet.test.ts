import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { VerdictOf } from '../verdict.ts'
import { drawnBullet, leakScale, place } from './bullet.ts'

const interval = { lower: 0.3, upper: 0.6, level: 0.95 }
const leaks = (asOf: string, figures: object, reason = 'running') =>
  drawnBullet({
    ...{ goal: 'incident-reduction', target: 0.5, value: 0.5, interval, asOf, reason },
    figures: { baselineYear: 2025, baselineCount: 17, currentYear: 2026, currentCount: 4, cap: 8, ...figures },
  } as VerdictOf<'incident-reduction'>)

describe('the scale of a bullet chart', () => {
  it('is 0 to 100 % for a share, whatever the figure', () => {
    for (const value of [0.1, 0.926, 1]) {
      const verdict = { goal: 'staff-training', value, target: 0.95, interval: null } as VerdictOf<'staff-training'>
      expect(drawnBullet(verdict)).toMatchObject({ scale: { low: 0, high: 1 }, value, target: 0.95 })
    }
  })
  it('is, for leaks, 0 to a round number with a whole middle', () => {
    expect([[], [0], [9], [13, 4], [101], [999]].map(leakScale)).toEqual([2, 2, 10, 16, 120, 1000])
    fc.assert(
      fc.property(fc.nat(1_000_000), (most) => {
        const high = leakScale([null, most])
        expect(high).toBeGreaterThanOrEqual(most)
        expect(high % 2).toBe(0)
      }),
    )
  })
  it('every mark is on the track and in order', () => {
    fc.assert(
      fc.property(fc.float({ noNaN: true }), fc.float({ noNaN: true }), (a, b) => {
        const scale = { low: 0, high: 1 }
        const [x, y] = [place(Math.min(a, b), scale), place(Math.max(a, b), scale)]
        expect(x).toBeGreaterThanOrEqual(0)
        expect(y).toBeLessThanOrEqual(1)
        expect(x).toBeLessThanOrEqual(y)
      }),
    )
  })
})

describe('the leaks of a part of a year', () => {
  it('stand beside the same part of the baseline year, and beside half of it as the target', () => {
    const drawn = leaks('2026-06-30', { baselineSoFar: 9 })
    expect(drawn).toMatchObject({ value: 4, target: 4.5, before: { year: 2025, count: 9 }, interval: null })
  })
  it('have neither if that part is unknown, and no limit of a whole year', () => {
    for (const figures of [{}, { baselineSoFar: null }])
      expect(leaks('2026-06-30', figures)).toMatchObject({ value: 4, target: null, before: null })
  })
})

describe('the leaks of a year', () => {
  it('stand beside the baseline year and their limit', () => {
    expect(leaks('2026-12-31', {}, 'target-reached')).toMatchObject({
      ...{ scale: { low: 0, high: 20 }, value: 4, target: 8 },
      before: { year: 2025, count: 17 },
    })
  })
  it('are not drawn if they are unknown, and alone in a baseline year', () => {
    expect(leaks('2026-12-31', {}, 'nothing-recorded')).toMatchObject({ value: null, target: null, before: null })
    expect(leaks('2026-12-31', {}, 'not-yet-due')).toMatchObject({ value: 4, target: null, before: null })
  })
  it('have the limit 0 if the baseline year has none', () => {
    const none = { baselineCount: 0, currentCount: 0, cap: 0 }
    expect(leaks('2026-12-31', none, 'target-reached')).toMatchObject({ scale: { high: 2 }, value: 0, target: 0 })
  })
})
