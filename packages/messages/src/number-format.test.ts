import fc from 'fast-check'
import { expect, it } from 'vitest'
import { messages } from './index.ts'
import { count, ratePercent, sharePercent } from './number-format.ts'

const of = (numerator: number, denominator: number) => ({ numerator, denominator })

it('rounds what no target judges to the nearest tenth, and what one judges down', () => {
  expect([ratePercent(of(12, 39)), sharePercent(of(12, 39))]).toEqual(['30.8%', '30.7%'])
  expect(ratePercent(of(8, 12))).toBe('66.7%')
  expect(ratePercent(of(0, 0))).toBeNull()
  // The rates of AAPOR stand beside it on one page.
  for (const locale of ['zh-CN', 'en'] as const)
    expect(messages(locale).methodReport.share(341 / 632)).toBe(ratePercent(of(341, 632)))
})

it('says 0% of nobody and 100% of everybody alone', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), fc.nat(1e9), (denominator, n) => {
      const numerator = n % (denominator + 1)
      const said = ratePercent(of(numerator, denominator))
      expect(said === '0%').toBe(numerator === 0)
      expect(said === '100%').toBe(numerator === denominator)
    }),
  )
})

it('puts no sign before a count that rounds to nothing', () => {
  for (const locale of ['zh-CN', 'en'] as const)
    expect([-0, -0.0001, 0, -1].map((n) => count(n, locale))).toEqual(['0', '0', '0', '-1'])
})
