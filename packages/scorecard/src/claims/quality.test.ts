import fc from 'fast-check'
import { expect, it } from 'vitest'
import { judgeCustomerSatisfaction } from '../goals/customer-satisfaction.ts'
import { judgePartnerAudit } from '../goals/partner-audit.ts'
import { publish } from '../publish/publish.ts'
import { contextOf, partnerFacts, waveFacts } from '../testing/example-facts.ts'
import { qualityOf, UNEVEN } from './quality.ts'

const context = contextOf('2025-H2', '2025-12-31')
const wave = (n: number, top: number, facts = {}) =>
  publish(judgeCustomerSatisfaction(waveFacts([0, 0, n - top, top, 0], facts), context))

it('names what a share rests on', () => {
  expect(qualityOf(wave(311, 276, { invited: 632, answered: 317 }))).toEqual({
    opinions: 311,
    response: { numerator: 317, denominator: 632 },
    margin: 0.035,
    isWeighted: true,
    tippingPoint: expect.closeTo(0.813, 2),
    ifUneven: { lower: 0.839, upper: 0.922 },
  })
})

it('the range holds the true share whenever the satisfied answer at most so much more or less often', () => {
  const share = fc.double({ min: 0.05, max: 0.95, noNaN: true })
  fc.assert(
    fc.property(share, fc.double({ min: 1 / UNEVEN, max: UNEVEN, noNaN: true }), (truth, times) => {
      const answered = (truth * times) / (truth * times + 1 - truth)
      const n = 100_000
      const range = qualityOf(wave(n, Math.round(answered * n)))?.ifUneven
      // The published share is rounded down to a tenth of a point.
      expect(range?.lower).toBeLessThanOrEqual(truth + 0.0015)
      expect(range?.upper).toBeGreaterThanOrEqual(truth - 0.0015)
    }),
  )
})

it('says nothing where nobody is sampled, or no figure is shown', () => {
  expect(qualityOf(publish(judgePartnerAudit(partnerFacts(), contextOf('2025', '2025-12-31'))))).toBeNull()
  for (const verdict of [wave(4, 4), wave(19, 18)]) expect(qualityOf(verdict)).toBeNull()
})
