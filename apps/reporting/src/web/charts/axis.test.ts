import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axis } from './axis.ts'

describe('a value axis', () => {
  it('has even steps around the values', () => {
    expect(axis([0.784, 0.891, 0.85])).toEqual({ low: 0.75, high: 0.9, ticks: [0.75, 0.8, 0.85, 0.9] })
  })
  it('does not stretch 0.2 points over the whole height', () => {
    const { low, high } = axis([0.949, 0.951])
    expect(high - low).toBeGreaterThanOrEqual(0.15)
  })
  it('does not exceed 100 %', () => {
    expect(axis([1, 1]).high).toBe(1)
    expect(axis([1, 1]).low).toBe(0.85)
  })
  it('goes below 0 only for a reduction', () => {
    expect(axis([-0.6, 0.5], 1, -4).low).toBeLessThanOrEqual(-0.6)
    expect(axis([0, 0.02]).low).toBe(0)
  })
  it('covers every value with two to seven ticks in order', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 12 }), (values) => {
        const { low, high, ticks } = axis(values)
        for (const value of values) {
          expect(value).toBeGreaterThanOrEqual(low - 1e-6)
          expect(value).toBeLessThanOrEqual(high + 1e-6)
        }
        expect(ticks.length).toBeGreaterThanOrEqual(2)
        expect(ticks.length).toBeLessThanOrEqual(7)
        expect([...ticks].sort((a, b) => a - b)).toEqual(ticks)
      }),
    )
  })
})
