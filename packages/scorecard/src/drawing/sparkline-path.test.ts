import { describe, expect, it } from 'vitest'
import { path, spark } from './sparkline-path.ts'

const drawn = (values: readonly (number | null)[], target: number) =>
  spark({ values, intervals: [], target }, { width: 90, height: 30 })

describe('a sparkline', () => {
  it('has a gap at a period without a figure', () => {
    const { points } = drawn([0.8, null, 0.9, 0.95], 0.95)
    expect(points[1]).toBeNull()
    expect(path(points)).toMatch(/^M[^L]*M[^L]*L/)
  })
  it('has a gap before a value that is not comparable', () => {
    const { points } = drawn([0.8, 0.85, 0.9], 0.95)
    expect(path(points, [false, false, true])).toMatch(/^M[^L]*L[^M]*M[^L]*$/)
  })
  it('keeps the target inside the box', () => {
    const { targetY } = drawn([0.2, 0.3], 0.95)
    expect(targetY).toBe(0)
  })
  it('does not stretch a tenth of a point over the whole height', () => {
    const { points } = drawn([0.949, 0.95], 0.95)
    expect(Math.abs((points[0]?.y ?? 0) - (points[1]?.y ?? 0))).toBeLessThan(1)
  })
  it('covers the intervals of its values, and a value lies in its own', () => {
    const intervals = [null, { lower: 0.6, upper: 0.99 }]
    const { points } = spark({ values: [0.8, 0.9], intervals, target: 0.95 }, { width: 90, height: 30 })
    expect(points[0]?.range).toBeNull()
    const [top = -1, bottom = -1] = points[1]?.range ?? []
    expect([top, bottom]).toEqual([0, 30])
    expect(points[1]?.y).toBeGreaterThan(top)
    expect(points[1]?.y).toBeLessThan(bottom)
  })
  it('is empty without any figure', () => {
    expect(path(drawn([null, null], 0.95).points)).toBe('')
  })
})
