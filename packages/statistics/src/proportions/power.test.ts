import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectableChange, powerTwoProportions } from './power.ts'

const share = fc.integer({ min: 1, max: 99 }).map((percent) => percent / 100)
const answers = fc.integer({ min: 20, max: 100_000 })

describe('power', () => {
  it('rises with the sample size and does not depend on which share is later', () => {
    fc.assert(
      fc.property(share, share, answers, (p1, p2, nPerGroup) => {
        const power = (n: number, a = p1, b = p2) =>
          powerTwoProportions({ nPerGroup: n, p1: a, p2: b, alpha: 0.05 }).power!
        expect(power(2 * nPerGroup)).toBeGreaterThanOrEqual(power(nPerGroup) - 1e-12)
        expect(power(nPerGroup, p2, p1)).toBeCloseTo(power(nPerGroup), 12)
      }),
    )
  })

  it('is alpha/2 for equal shares, and undefined without variation', () => {
    const equal = { nPerGroup: 50, p1: 0.4, p2: 0.4, alpha: 0.1 }
    expect(powerTwoProportions(equal).power).toBeCloseTo(0.05, 12)
    expect(powerTwoProportions({ ...equal, p1: 0, p2: 0 }).power).toBeNull()
    expect(powerTwoProportions({ ...equal, p1: 0, p2: 1 }).power).toBe(1)
    expect(powerTwoProportions({ ...equal, nPerGroup: 0, p2: 0.5 }).power).toBeNull()
  })
})

describe('the smallest detectable change', () => {
  it('has exactly the requested power, up and down', () => {
    fc.assert(
      fc.property(share, answers, fc.constantFrom(0.5, 0.8, 0.9), (p1, n, power) => {
        const { rise, fall } = detectableChange({ p1, n1: n, n2: n, power })
        const chance = (p2: number) => powerTwoProportions({ nPerGroup: n, p1, p2, alpha: 0.05 }).power
        if (rise !== null) expect(chance(p1 + rise)).toBeCloseTo(power, 8)
        else expect(chance(1)).toBeLessThan(power)
        if (fall !== null) expect(chance(p1 - fall)).toBeCloseTo(power, 8)
        else expect(chance(0)).toBeLessThan(power)
      }),
    )
  })

  it('shrinks as either wave grows', () => {
    fc.assert(
      fc.property(share, answers, answers, (p1, n1, n2) => {
        const smallestFall = (a: number, b: number) => detectableChange({ p1, n1: a, n2: b }).fall ?? 1
        expect(smallestFall(2 * n1, 2 * n2)).toBeLessThanOrEqual(smallestFall(n1, n2) + 1e-12)
      }),
    )
  })

  it('is null without answers or without room for a change', () => {
    expect(detectableChange({ p1: 0.8, n1: 0, n2: 100 })).toEqual({ rise: null, fall: null })
    expect(detectableChange({ p1: 1, n1: 100, n2: 100 }).rise).toBeNull()
    expect(detectableChange({ p1: 0.9, n1: 10, n2: 10 }).rise).toBeNull()
  })
})
