import { describe, expect, it } from 'vitest'
import { path, spark } from './sparkline-path.ts'

describe('a sparkline', () => {
  it('has a gap at a period without a figure', () => {
    const { points } = spark([0.8, null, 0.9, 0.95], 0.95, 90, 30)
    expect(points[1]).toBeNull()
    expect(path(points)).toMatch(/^M[^L]*M[^L]*L/)
  })
  it('has a gap before a value that is not comparable', () => {
    const { points } = spark([0.8, 0.85, 0.9], 0.95, 90, 30)
    expect(path(points, [false, false, true])).toMatch(/^M[^L]*L[^M]*M[^L]*$/)
  })
  it('keeps the target inside the box', () => {
    const { targetY } = spark([0.2, 0.3], 0.95, 90, 30)
    expect(targetY).toBe(0)
  })
  it('does not stretch a tenth of a point over the whole height', () => {
    const { points } = spark([0.949, 0.95], 0.95, 90, 30)
    expect(Math.abs((points[0]?.y ?? 0) - (points[1]?.y ?? 0))).toBeLessThan(1)
  })
  it('is empty without any figure', () => {
    expect(path(spark([null, null], 0.95, 90, 30).points)).toBe('')
  })
})
