import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openExact } from '../exact.ts'
import { publish } from '../publish/publish.ts'
import { contextOf, incidentFacts, type SomeIncidentFacts } from '../testing/example-facts.ts'
import { judgedIncidents } from '../testing/judged.ts'
import { judgeIncidentReduction } from './incident-reduction.ts'

const judge = (facts: SomeIncidentFacts, asOf = '2025-12-31') =>
  judgedIncidents(incidentFacts(facts), contextOf('2025', asOf))

it.each([
  [8, 4, 4, 'met', 0.5],
  [8, 5, 4, 'missed', 0.375],
  [9, 4, 4, 'met', 5 / 9],
  [9, 5, 4, 'missed', 4 / 9],
  [1, 0, 0, 'met', 1],
  [1, 1, 0, 'missed', 0],
  [0, 0, 0, 'met', null],
  [0, 1, 0, 'missed', null],
])('%i to %i against a cap of %i: %s', (baselineCount, currentCount, cap, verdict, value) => {
  const judged = judge({ baselineCount, currentCount })
  expect(judged).toMatchObject({ verdict, value, status: verdict === 'met' ? 'green' : 'red', figures: { cap } })
})

it('eight to four meets the goal but does not demonstrate a halving', () => {
  const verdict = judge({})
  expect(verdict).toMatchObject({ verdict: 'met', demonstrated: null, flags: ['too-few-to-demonstrate'] })
  expect(verdict.interval?.lower).toBeCloseTo(1 - 1.86635198402129, 10)
  expect(verdict.interval?.upper).toBeCloseTo(1 - 0.110181138460166, 10)
})

it.each([
  [12, 5, 'compatible', false],
  [10, 0, 'demonstrated', true],
  [9, 0, 'too-few', null],
  [100, 30, 'demonstrated', true],
  [100, 90, 'contradicted', false],
])('%i to %i is %s', (baselineCount, currentCount, evidence, demonstrated) => {
  const verdict = judge({ baselineCount, currentCount })
  expect(verdict).toMatchObject({ demonstrated, figures: { evidence } })
})

it('a baseline of zero must stay zero, without a percentage', () => {
  expect(judge({ baselineCount: 0, currentCount: 0 })).toMatchObject({
    flags: ['keep-zero'],
    interval: null,
    demonstrated: null,
  })
})

it('with open suspicions it is met only if the cap holds with all of them counted', () => {
  expect(judge({ currentCount: 3, undecided: 1 })).toMatchObject({ verdict: 'met' })
  expect(judge({ currentCount: 3, undecided: 2 })).toMatchObject({
    verdict: 'unknown',
    reason: 'undecided-suspicions',
    status: 'no-data',
  })
  expect(judge({ currentCount: 5, undecided: 2 })).toMatchObject({ verdict: 'missed', reason: 'above-cap' })
})

it('without the yearly assessment it is missed', () => {
  expect(judge({ assessmentDone: false })).toMatchObject({
    verdict: 'missed',
    status: 'red',
    reason: 'assessment-missing',
  })
})

it('it shows a pace until the year ends, unless it is already lost', () => {
  const verdict = judge({ currentCount: 2 }, '2025-06-30')
  expect(verdict).toMatchObject({ verdict: 'unknown', reason: 'running', status: 'green', demonstrated: null })
  expect(JSON.stringify(verdict)).not.toMatch(/probability|expectedTotal|onTrack/)
  expect(judge({ currentCount: 3 }, '2025-06-30')).toMatchObject({ status: 'amber', reason: 'running' })
  expect(judge({ currentCount: 1 }, '2025-01-20')).toMatchObject({ status: 'too-early', reason: 'too-early' })
  const lost = judge({ currentCount: 5 }, '2025-06-30')
  expect(lost).toMatchObject({ verdict: 'missed', status: 'red', reason: 'cannot-be-met' })
})

it('the count decides, and a contradicting rate is flagged', () => {
  const counts = { baselineCount: 10, currentCount: 6 }
  const booked = { baselineBookings: 1_000_000, currentBookings: 2_000_000 }
  const grown = judge({ ...counts, booked })
  expect(grown).toMatchObject({ verdict: 'missed', flags: ['basis-conflict'], figures: { unbooked: [] } })
  expect(grown.figures.rateReduction).toBeCloseTo(0.7, 12)
  expect(judge({ ...counts, booked: { ...booked, currentBookings: 1_000_000 } }).flags).toEqual([])
})

const leaks = fc.nat(60)
const bookings = fc.integer({ min: 1, max: 1_000_000 })
const booked = fc.record({ baselineBookings: bookings, currentBookings: bookings })

it('value, interval and claim are of counts, and the rate lies in an interval of its own', () => {
  const property = fc.property(leaks, leaks, booked, (baselineCount, currentCount, booked) => {
    const facts = incidentFacts({ baselineCount, currentCount, booked })
    const exact = judgeIncidentReduction(facts, contextOf('2025', '2025-12-31'))
    for (const { value, interval, figures, ...verdict } of [openExact(exact), publish(exact)]) {
      expect(value === null).toBe(baselineCount === 0)
      const { rateReduction, rateInterval, evidence } = figures
      for (const [of, range] of [
        [value, interval],
        [rateReduction, rateInterval],
      ] as const) {
        expect(of === null).toBe(range === null)
        if (of === null || !range) continue
        expect(range.lower).toBeLessThanOrEqual(of)
        expect(range.upper).toBeGreaterThanOrEqual(of)
      }
      // A count that meets the target is not contradicted by its interval, nor one above it confirmed.
      expect([verdict.verdict, evidence]).not.toEqual(['met', 'contradicted'])
      expect([verdict.verdict, evidence]).not.toEqual(['missed', 'demonstrated'])
    }
    const unbooked = incidentFacts({ baselineCount, currentCount })
    const { interval, demonstrated } = judgedIncidents(unbooked, contextOf('2025', '2025-12-31'))
    expect(openExact(exact)).toMatchObject({ interval, demonstrated })
  })
  fc.assert(property, { numRuns: 500 })
})

it('without the bookings of a month no rate is known, and nothing follows from it', () => {
  const booked = { unbooked: ['2024-03'], baselineBookings: null, currentBookings: null }
  const verdict = judge({ baselineCount: 100, currentCount: 55, booked })
  expect(verdict).toMatchObject({ verdict: 'missed', demonstrated: false, flags: [] })
  expect(verdict.figures).toMatchObject({ rateReduction: null, unbooked: ['2024-03'] })
})

it('a missing register is not zero leaks, and the baseline year is not compared with itself', () => {
  expect(judge({ registered: false, baselineCount: 0, currentCount: 0 })).toMatchObject({
    verdict: 'unknown',
    reason: 'no-register',
    status: 'no-data',
  })
  expect(judge({ baselineYear: 2025 })).toMatchObject({ verdict: 'unknown', reason: 'not-yet-due', value: null })
})
