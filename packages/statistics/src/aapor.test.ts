import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aaporRates } from './aapor.ts'

const dispositions = fc
  .array(fc.nat(10_000), { minLength: 8, maxLength: 8 })
  .map(([I = 0, P = 0, R = 0, NC = 0, O = 0, UH = 0, UO = 0, notEligible = 0]) => ({
    I,
    P,
    R,
    NC,
    O,
    UH,
    UO,
    notEligible,
  }))

describe('AAPOR rates', () => {
  it('lie between 0 and 1, with RR1 <= RR3 <= RR5', () => {
    fc.assert(
      fc.property(dispositions, (cases) => {
        const rates = aaporRates(cases)
        for (const rate of Object.values(rates)) if (rate !== null) expect(rate).toBeLessThanOrEqual(1)
        if (rates.RR5 !== null && rates.RR3 !== null) {
          expect(rates.RR3).toBeGreaterThanOrEqual(rates.RR1! - 1e-12)
          expect(rates.RR5).toBeGreaterThanOrEqual(rates.RR3 - 1e-12)
        }
      }),
    )
  })

  it('are all undefined if nobody was invited', () => {
    const noCases = { I: 0, P: 0, R: 0, NC: 0, O: 0, UH: 0, UO: 0, notEligible: 0 }
    expect(Object.values(aaporRates(noCases))).toEqual(Array.from({ length: 17 }, () => null))
  })
})
