import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bulletScale, place } from './bullet-scale.ts'

const row = (value: number, lower?: number) => ({
  goal: 'staff-training' as const,
  value,
  interval: lower === undefined ? null : { lower, upper: 1, level: 0.95 },
})

describe('the scale of a bullet chart', () => {
  it('starts at 50 % if every share is above', () => {
    expect(bulletScale('staff-training', [row(0.92), row(0.5)])).toEqual({ low: 0.5, high: 1 })
  })
  it('starts at 0 for all rows if any share or interval is lower', () => {
    expect(bulletScale('partner-audit', [row(0.92), row(0.3)]).low).toBe(0)
    expect(bulletScale('partner-audit', [row(0.92, 0.4)]).low).toBe(0)
  })
  it('a reduction does not widen the scale of the shares', () => {
    const incidents = { goal: 'incident-reduction' as const, value: -0.5, interval: null }
    expect(bulletScale('staff-training', [row(0.9), incidents]).low).toBe(0.5)
    expect(bulletScale('incident-reduction', [row(0.9), incidents])).toEqual({ low: -1, high: 1 })
  })
  it('every mark is on the track and in order', () => {
    fc.assert(
      fc.property(fc.float({ noNaN: true }), fc.float({ noNaN: true }), (a, b) => {
        const scale = { low: 0.5, high: 1 }
        const [x, y] = [place(Math.min(a, b), scale), place(Math.max(a, b), scale)]
        expect(x).toBeGreaterThanOrEqual(0)
        expect(y).toBeLessThanOrEqual(1)
        expect(x).toBeLessThanOrEqual(y)
      }),
    )
  })
})
