import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assembleScorecard } from '../build-scorecard.ts'
import { figureChanges } from '../closing/figure-change.ts'
import { canonicalJson } from '../closing/seals/canonical-json.ts'
import { makeSeal, NO_HEAD } from '../closing/seals/seal.ts'
import { sealedScorecard } from '../closing/seals/sealed-scorecard.ts'
import { faultsOfSeal } from '../closing/seals/verify-seals.ts'
import { Exact, openExact } from '../exact.ts'
import type { WaveFacts } from '../facts.ts'
import { gapToTarget } from '../gap/gap-to-target.ts'
import { judgeCustomerSatisfaction } from '../goals/customer-satisfaction.ts'
import { judgeIncidentReduction } from '../goals/incident-reduction.ts'
import { judgeStaffTraining } from '../goals/staff-training.ts'
import { definitionsFor } from '../rule-changes/definitions.ts'
import { RULES } from '../rules.ts'
import { contextOf, incidentFacts, quarterFacts, waveFacts } from '../testing/example-facts.ts'
import type { VerdictOf } from '../verdict.ts'
import { type FigureStep, sharesIn } from './grain.ts'
import { changeOf, publish } from './publish.ts'
import { publishSealed } from './publish-sealed.ts'
import { FINEST_STEP, PUBLISHED_STEPS } from './published-step.ts'

type Satisfaction = VerdictOf<'customer-satisfaction'>

const half = contextOf('2025-H2', '2025-12-31')
const STEPS = PUBLISHED_STEPS.filter((step): step is FigureStep => step !== 'verdict')
const wave = (n: number, top: number, facts: Partial<WaveFacts> = {}) =>
  judgeCustomerSatisfaction(waveFacts([0, 0, n - top, top, 0], facts), half)

/** East and west have different weights, so the value is no ratio of two counts. */
const weighted = fc
  .tuple(fc.integer({ min: 20, max: 900 }), fc.integer({ min: 20, max: 900 }), fc.nat(900), fc.nat(900), fc.nat(3000))
  .map(([east, west, a, b, more]) => {
    const [one, two] = [a % (east + 1), b % (west + 1)]
    return wave(east + west, one + two, {
      eligible: 6000 + more,
      cells: [
        { categories: { region: 'east' }, baseWeight: 1, opinions: east, satisfied: one },
        { categories: { region: 'west' }, baseWeight: 1, opinions: west, satisfied: two },
      ],
      margins: { region: { east: 1000 + more, west: 5000 } },
    })
  })

const isMultiple = (value: number, parts: number) => expect(Math.round(value * parts) / parts).toBe(value)
const known = (...values: readonly (number | null | undefined)[]) =>
  values.filter((value): value is number => typeof value === 'number')

describe('published figures', () => {
  it('have no digit below their step, and the same decisions as exact figures', () => {
    fc.assert(
      fc.property(weighted, fc.constantFrom(...STEPS), (exact, step) => {
        const [judged, shown] = [openExact(exact), publish(exact, step)]
        const parts = sharesIn[step]
        const { estimate, withoutOpinion, satisfiedOfAll } = shown.figures
        for (const share of known(
          shown.value,
          shown.interval?.lower,
          shown.interval?.upper,
          estimate?.raw,
          estimate?.standardError,
          estimate?.tippingPoint,
          estimate?.fullAnswer?.lower,
          estimate?.fullAnswer?.upper,
          withoutOpinion,
          satisfiedOfAll,
        ))
          isMultiple(share, parts)
        const times = 1000 / parts
        if (estimate) {
          isMultiple(estimate.designEffect, 100 / times)
          expect([estimate.effective % times, estimate.trimmed % (5 * times)]).toEqual([0, 0])
        }
        const { verdict, status, reason, demonstrated, flags, share } = judged
        expect(shown).toMatchObject({ verdict, status, reason, demonstrated, flags, share })
        if (shown.value !== null && judged.value !== null) {
          expect(judged.value - shown.value).toBeGreaterThanOrEqual(-1e-9)
          expect(judged.value - shown.value).toBeLessThan(1 / parts)
          if (verdict !== 'unknown') expect(shown.value >= shown.target).toBe(verdict === 'met')
        }
      }),
    )
  })

  it('stay on the judged side of the target, however near', () => {
    const near = fc.oneof(
      fc.constantFrom(0.8496, 0.85, 0.84999999, 0.849999999, 0.85 - 1e-12, 0.85 - 1e-13, 0.85 + 1e-12, 0.8500001),
      fc.double({ min: -1e-6, max: 1e-6, noNaN: true }).map((apart) => 0.85 + apart),
    )
    fc.assert(
      fc.property(near, fc.constantFrom(...STEPS), (value, step) => {
        // As the rule reads it: billionths, rounded down, without rounding noise.
        const met = Math.floor(Math.round(value * 1e12) / 1e3) >= 850_000_000
        const satisfaction: Satisfaction = { ...openExact(wave(1000, 870)), value }
        const shown = publish(new Exact('verdict', satisfaction, step))
        expect(shown.value! >= 0.85).toBe(met)
        isMultiple(shown.value!, sharesIn[step])
      }),
    )
    const missed = publish(wave(2500, 2124))
    expect([missed.value, missed.verdict]).toEqual([0.849, 'missed'])
    expect(publish(wave(2500, 2125))).toMatchObject({ value: 0.85, verdict: 'met' })
  })

  it('show the verdict but no figure at the last step', () => {
    const exact = wave(1000, 840, { step: 'verdict', withoutOpinion: 30 })
    const verdict = publish(exact)
    expect(verdict).toMatchObject({ verdict: 'missed', status: 'amber', value: null, share: null, interval: null })
    expect(verdict.figures).toMatchObject({
      n: 1000,
      top2: null,
      estimate: null,
      withoutOpinion: null,
      step: 'verdict',
    })
    expect(JSON.stringify(verdict)).not.toMatch(/0\.84|840/)
    expect(gapToTarget(verdict)).toMatchObject({ state: 'over', steps: [{ kind: 'more-satisfied' }], room: null })
    expect(gapToTarget(publish(wave(1000, 900), 'verdict'))).toMatchObject({ state: 'green', steps: [], room: null })
  })

  it('are never finer than the wave’s step, whatever an outlet requests', () => {
    const exact = wave(337, 300, { step: 1 })
    expect(publish(exact).value).toBe(0.89)
    expect(publish(exact, 0.1)).toEqual(publish(exact))
    expect(publish(exact, 'verdict').value).toBeNull()
  })

  it('derive the tipping point from the shown share, so that low nonresponse does not reveal a finer one', () => {
    // Ten people were silent: a tenth of a point of their share is a thousandth of a point of the other.
    const judged = openExact(wave(1000, 870, { invited: 1010, answered: 1000 }))
    const tippingOf = (value: number) => {
      const exact = (0.85 * 1010 - value * 1000) / 10
      const estimate = judged.figures.estimate && { ...judged.figures.estimate, tippingPoint: exact }
      const verdict = { ...judged, value, figures: { ...judged.figures, estimate } }
      return publish(new Exact('verdict', verdict, FINEST_STEP)).figures.estimate?.tippingPoint
    }
    for (const value of [0.87, 0.8701, 0.87051, 0.87099]) expect(tippingOf(value)).toBe(-1.15)
  })

  it('are unchanged by a second publish', () => {
    fc.assert(
      fc.property(weighted, weighted, fc.constantFrom(...PUBLISHED_STEPS), (before, now, step) => {
        const earlier = publish(before, step)
        const stamp = { period: '2025-H2', asOf: '2025-12-31', ruleVersion: '4' }
        const scorecard = publish(assembleScorecard(stamp, [now], [earlier]), step)
        expect(publishSealed(JSON.stringify(scorecard))).toEqual(scorecard)
      }),
    )
  })

  it('match those of a seal that was made with all digits', () => {
    const verdict = openExact(wave(337, 300))
    const stamp = { period: '2025-H2', asOf: '2025-12-31', ruleVersion: '4' }
    const exact = publish(assembleScorecard(stamp, [wave(337, 300)], []))
    const { step: _, ...figures } = verdict.figures
    const before = { ...exact, verdicts: [{ ...verdict, figures }] }
    const definitions = canonicalJson(definitionsFor(RULES, [], '2025-H2'))
    const signed = { id: 'a', name: 'Lin', at: 1 }
    const signatures = canonicalJson({ frozen: signed, goals: [], closed: signed, reopened: null })
    const parts = { figures: canonicalJson(before), definitions, evidence: '{}', actions: '{}', signatures }
    const stated = { number: 1, period: '2025-H2', version: 1, reason: null, sealedAt: 1, clockOffset: null }
    const seal = makeSeal(NO_HEAD, stated, parts)
    expect(seal.parts.figures).toMatch(/0\.89\d{5}/)
    expect(faultsOfSeal(seal, null, [seal], { rules: RULES, settings: [] })).toEqual([])
    expect(sealedScorecard(seal, 'Asia/Shanghai').verdicts).toEqual(exact.verdicts)
    expect(figureChanges(before, exact).length).toBeGreaterThan(0)
    expect(figureChanges(publishSealed(seal.parts.figures), exact)).toEqual([])
  })

  it('leave out the forecasts of earlier seals, whose text stays as it was hashed', () => {
    const stamp = { period: '2025-H1', asOf: '2025-06-29', ruleVersion: '4' }
    const leaks = judgeIncidentReduction(incidentFacts({ currentCount: 1 }), contextOf('2025', '2025-06-29'))
    const staff = judgeStaffTraining(
      { quarters: [quarterFacts({ quarter: '2025-Q2' })] },
      contextOf('2025-H1', '2025-05-01'),
    )
    const scorecard = publish(assembleScorecard(stamp, [leaks, staff], []))
    const text = JSON.stringify(scorecard)
    const before = text
      .replace('"cap":4', '"cap":4,"probabilityOnTrack":0.9876,"expectedTotal":2.5')
      .replaceAll('"need":', '"probabilityOnTrack":0.1234,"projectedShare":0.5678,"need":')
    expect(before.match(/probabilityOnTrack/g)).toHaveLength(2)
    expect(publishSealed(before)).toEqual(scorecard)
    expect(figureChanges(publishSealed(before), scorecard)).toEqual([])
  })

  it('hide their exact digits from JSON, spreads and text', () => {
    const exact = wave(337, 300)
    for (const text of [JSON.stringify(exact), JSON.stringify({ ...exact }), String(exact)]) {
      expect(text).not.toMatch(/0?\.89/)
    }
  })

  it('without travelers behind them are rounded to a tenth of a point', () => {
    const [thirds, booked] = [
      { baselineCount: 3, currentCount: 4 },
      { baselineBookings: 9, currentBookings: 9 },
    ]
    const leaks = publish(judgeIncidentReduction(incidentFacts({ ...thirds, booked }), contextOf('2025', '2025-12-31')))
    expect(leaks).toMatchObject({ value: -0.334, figures: { countReduction: -0.334, rateReduction: -0.334 } })
    const goalContext = contextOf('2025', '2025-08-20')
    const pace = publish(judgeIncidentReduction(incidentFacts({ currentCount: 1 }), goalContext)).figures
    isMultiple(pace.elapsedShare ?? Number.NaN, 1000)
    const quarter = { quarters: [quarterFacts({ due: 824, passed: 763 })] }
    expect(publish(judgeStaffTraining(quarter, half))).toMatchObject({ value: 0.925, share: { numerator: 763 } })
    const trained = publish(judgeStaffTraining(quarter, contextOf('2025-H2', '2025-11-20'))).figures.quarters[0]?.pace
    isMultiple(trained?.elapsedShare ?? Number.NaN, 1000)
  })
})

describe('a change', () => {
  it('reads the published figures alone, and is no finer than their steps', () => {
    fc.assert(
      fc.property(weighted, weighted, fc.constantFrom(...STEPS), (before, now, step) => {
        const change = changeOf(publish(before, step), publish(now))
        expect(changeOf(publish(before, step), publish(now))).toEqual(change)
        const parts = Math.min(sharesIn[step], 1000)
        for (const share of known(change.interval?.lower, change.interval?.upper, change.detectable))
          isMultiple(share, parts)
        if (change.interval) {
          const isBeyond = change.interval.lower > 0 || change.interval.upper < 0
          expect(change.strength).toBe(isBeyond ? 'demonstrated' : 'could-be-chance')
        }
      }),
    )
  })

  it('in an older seal is as firm as its p-value allows today, and keeps no p-value', () => {
    const stamp = { period: '2025-H2', asOf: '2025-12-31', ruleVersion: '1' }
    const scorecard = publish(assembleScorecard(stamp, [wave(1000, 900)], [publish(wave(1000, 800))]))
    for (const [p, strength] of [
      [0.0194, 'demonstrated'],
      [0.03, 'could-be-chance'],
      [null, null],
    ] as const) {
      const [{ strength: _, ...change }] = scorecard.changes as [(typeof scorecard.changes)[number]]
      const sealed = publishSealed(JSON.stringify({ ...scorecard, changes: [{ ...change, p }] }))
      expect(sealed.changes).toEqual([{ ...change, strength }])
    }
  })
})
