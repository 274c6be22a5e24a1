import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeCustomerSatisfaction } from '../goals/customer-satisfaction.ts'
import { judgeIncidentReduction } from '../goals/incident-reduction.ts'
import { judgePartnerAudit } from '../goals/partner-audit.ts'
import { publish } from '../publish/publish.ts'
import { contextOf, incidentFacts, partnerFacts, waveFacts } from '../testing/example-facts.ts'
import { strengthOf } from './claim.ts'
import { verdictClaim } from './verdict-claim.ts'

const half = contextOf('2025-H2', '2025-12-31')
const year = contextOf('2025', '2025-12-31')
const wave = (n: number, top: number, facts = {}) =>
  publish(judgeCustomerSatisfaction(waveFacts([0, 0, n - top, top, 0], facts), half))
const leaks = (facts: Parameters<typeof incidentFacts>[0]) =>
  publish(judgeIncidentReduction(incidentFacts(facts), year))
const strength = (verdict: Parameters<typeof verdictClaim>[0]) => strengthOf(verdictClaim(verdict))

describe('the claim of satisfaction', () => {
  it('is demonstrated on either side of the target, if the whole interval is', () => {
    expect(strength(wave(1000, 900))).toEqual({ strength: 'demonstrated', why: null })
    expect(strength(wave(1000, 860))).toEqual({ strength: 'could-be-chance', why: null })
    expect(strength(wave(1000, 840))).toEqual({ strength: 'could-be-chance', why: null })
    // 61.2 %, interval below 70 %, target 85 %.
    expect(strength(wave(129, 79))).toEqual({ strength: 'demonstrated', why: null })
  })

  it('agrees with its published interval', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 3000 }), fc.double({ min: 0.02, max: 0.98, noNaN: true }), (n, share) => {
        const verdict = wave(n, Math.round(n * share))
        if (verdict.interval === null || verdict.verdict === 'unknown') return
        const { lower, upper } = verdict.interval
        const isClear = verdict.verdict === 'met' ? lower >= verdict.target : upper < verdict.target
        expect(strength(verdict).strength).toBe(isClear ? 'demonstrated' : 'could-be-chance')
      }),
    )
  })

  it('is unknown with its reason before there is a result', () => {
    expect(strength(wave(4, 4))).toEqual({ strength: 'unknown', why: 'suppressed' })
    expect(strength(wave(20, 15))).toEqual({ strength: 'unknown', why: 'too-few-answers' })
    expect(strength(wave(400, 399))).toEqual({ strength: 'unknown', why: 'suppressed' })
    const none = publish(judgeCustomerSatisfaction({ wave: null, improvementChosen: false }, half))
    expect(strength(none)).toEqual({ strength: 'unknown', why: 'no-wave' })
  })

  it('is not demonstrated if groups answered too unevenly for weights', () => {
    const cell = (region: string, opinions: number, satisfied: number) => ({
      ...{ categories: { region }, baseWeight: 1, opinions, satisfied },
    })
    const cells = [cell('east', 980, 950), cell('west', 20, 19)]
    const verdict = wave(1000, 969, { cells, margins: { region: { east: 500, west: 500 } } })
    expect(verdict.flags).toContain('weights-uneven')
    expect(strength(verdict)).toEqual({ strength: 'not-demonstrated', why: 'uneven-response' })
  })
})

describe('the claim of fewer leaks', () => {
  it('is that of the counts', () => {
    expect(strength(leaks({ baselineCount: 8, currentCount: 4 })).strength).toBe('not-demonstrated')
    expect(strength(leaks({ baselineCount: 12, currentCount: 5 })).strength).toBe('could-be-chance')
    expect(strength(leaks({ baselineCount: 60, currentCount: 10 })).strength).toBe('demonstrated')
    expect(strength(leaks({ baselineCount: 12, currentCount: 8 })).strength).toBe('could-be-chance')
    expect(strength(leaks({ baselineCount: 12, currentCount: 40 })).strength).toBe('demonstrated')
  })

  it('is a fact without a baseline, and unknown while the year runs', () => {
    expect(strength(leaks({ baselineCount: 0, currentCount: 0 })).strength).toBe('demonstrated')
    const running = publish(judgeIncidentReduction(incidentFacts(), contextOf('2025', '2025-08-20')))
    expect(strength(running)).toEqual({ strength: 'unknown', why: running.reason })
  })
})

it('a count of everything has no chance in it', () => {
  const verdict = publish(judgePartnerAudit(partnerFacts({ due: 10, audited: 9 }), year))
  expect(verdictClaim(verdict)).toMatchObject({ method: 'count', interval: null, silence: 'nobody-asked' })
  expect(strength(verdict)).toEqual({ strength: 'demonstrated', why: null })
})
