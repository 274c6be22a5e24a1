import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { onTrackCompletion, onTrackCountCap } from './forecast.ts'

const elapsed = fc.double({ min: 0.01, max: 0.99, noNaN: true })

describe('the forecast of staying within a cap', () => {
  it('rises with the cap and with time without events', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(100), elapsed, (countSoFar, room, elapsedShare) => {
        const forecastAt = (cap: number, share: number) =>
          onTrackCountCap({ countSoFar, cap, elapsedShare: share }).pOnTrack!
        const p = forecastAt(countSoFar + room, elapsedShare)
        expect(p).toBeGreaterThanOrEqual(0)
        expect(p).toBeLessThanOrEqual(1)
        expect(forecastAt(countSoFar + room + 1, elapsedShare)).toBeGreaterThanOrEqual(p)
        expect(forecastAt(countSoFar + room, elapsedShare + 0.01)).toBeGreaterThanOrEqual(p)
      }),
    )
  })

  it('is 0 above the cap, and certain at the end', () => {
    expect(onTrackCountCap({ countSoFar: 3, elapsedShare: 0, cap: 2 }).pOnTrack).toBe(0)
    expect(onTrackCountCap({ countSoFar: 2, elapsedShare: 1, cap: 2 })).toEqual({ pOnTrack: 1, expectedTotal: 2 })
  })

  it('is unknown before any time has elapsed', () => {
    expect(onTrackCountCap({ countSoFar: 0, elapsedShare: 0, cap: 2 })).toEqual({ pOnTrack: null, expectedTotal: null })
  })
})

describe('the forecast of completing enough', () => {
  it('rises with completions and falls with time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(5000), elapsed, (total, k, elapsedShare) => {
        const completed = k % total
        const forecastAt = (completed: number, share: number) =>
          onTrackCompletion({ done: completed, total, target: 0.95, elapsedShare: share }).pOnTrack!
        const p = forecastAt(completed, elapsedShare)
        expect(p).toBeGreaterThanOrEqual(0)
        expect(forecastAt(completed + 1, elapsedShare)).toBeGreaterThanOrEqual(p)
        expect(forecastAt(completed, elapsedShare + 0.01)).toBeLessThanOrEqual(p)
      }),
    )
  })

  it('is certain once the target is reached, and 0 at the end otherwise', () => {
    expect(onTrackCompletion({ done: 96, total: 100, target: 0.95, elapsedShare: 0 }).pOnTrack).toBe(1)
    const finalForecast = onTrackCompletion({ done: 94, total: 100, target: 0.95, elapsedShare: 1 })
    expect(finalForecast).toEqual({ need: 1, pOnTrack: 0, projectedShare: 0.94 })
  })

  it('requires whole people, unaffected by floating-point rounding', () => {
    expect(onTrackCompletion({ done: 0, total: 100, target: 0.55, elapsedShare: 0.5 }).need).toBe(55)
  })
})
