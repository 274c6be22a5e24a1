import fc from 'fast-check'
import { expect, it } from 'vitest'
import { messages } from './messages.ts'
import { count, ratePercent, rateRange, sharePercent } from './number-format.ts'

const of = (numerator: number, denominator: number) => ({ numerator, denominator })

it('rounds a share without a target to the nearest tenth, and one with a target down', () => {
  expect([ratePercent(of(12, 39)), sharePercent(of(12, 39))]).toEqual(['30.8%', '30.7%'])
  expect(ratePercent(of(8, 12))).toBe('66.7%')
  expect(ratePercent(of(0, 0))).toBeNull()
  // The same page has the rates of AAPOR.
  for (const locale of ['zh-CN', 'en'] as const)
    expect(messages(locale).methodReport.share(341 / 632)).toBe(ratePercent(of(341, 632)))
})

it('shows 0% only for none and 100% only for all', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), fc.nat(1e9), (denominator, n) => {
      const numerator = n % (denominator + 1)
      const said = ratePercent(of(numerator, denominator))
      expect(said === '0%').toBe(numerator === 0)
      expect(said === '100%').toBe(numerator === denominator)
    }),
  )
})

it('shows no sign before a count that rounds to zero', () => {
  for (const locale of ['zh-CN', 'en'] as const)
    expect([-0, -0.0001, 0, -1].map((n) => count(n, locale))).toEqual(['0', '0', '0', '-1'])
})

it('prints the rates that a rounded number of cases leaves, so that the true one lies within', () => {
  expect(rateRange({ cases: 10, most: 19, base: 60_000 })).toBe('16.6–31.7')
  expect(rateRange({ cases: 10, most: 19, base: 100_000 })).toBe('10.0–19.0')
})
