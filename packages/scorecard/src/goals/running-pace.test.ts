import { expect, it } from 'vitest'
import {
  contextOf,
  incidentFacts,
  partnerFacts,
  publicationFacts,
  quarterFacts,
  waveFacts,
} from '../testing/example-facts.ts'
import {
  judgedIncidents,
  judgedPartners,
  judgedPublication,
  judgedSatisfaction,
  judgedTraining,
} from '../testing/judged.ts'
import { runningPace } from './running-pace.ts'

const half = (asOf: string) => contextOf('2025-H2', asOf)
const year = (asOf: string) => contextOf('2025', asOf)

it('training has an expected value, an actual value and a projection', () => {
  const usualShare = { numerator: 1, denominator: 2 }
  const verdict = judgedTraining(
    { quarters: [quarterFacts({ due: 800, passed: 361, usualShare })] },
    half('2025-11-25'),
  )
  const pace = runningPace(verdict)
  expect(pace).toMatchObject({ by: '2025-12-31', counts: 'completions', now: 361, expected: 380, atEnd: 760 })
  expect(pace).toMatchObject({ elapsedShare: 0.5, projected: 722 / 800 })
  // pnbinom(399 - 1, 361.5, .5, lower = FALSE)
  expect(pace?.onTrack).toBe(verdict.figures.quarters[0]?.pace?.probabilityOnTrack)
  expect(pace?.onTrack).toBeGreaterThan(0.05)
  expect(pace?.onTrack).toBeLessThan(0.15)
})

it('leaks have an expected maximum', () => {
  const pace = runningPace(judgedIncidents(incidentFacts({ currentCount: 2 }), year('2025-06-29')))
  expect(pace).toMatchObject({ by: '2025-12-31', counts: 'leaks', now: 2, expected: 1, atEnd: 4 })
  expect(pace?.projected).toBeCloseTo(2 + 2.5 * (365 / 180 - 1), 10)
  const baseline = incidentFacts({ baselineYear: 2025 })
  expect(runningPace(judgedIncidents(baseline, year('2025-06-29')))).toBeNull()
  expect(runningPace(judgedIncidents(incidentFacts({ registered: false }), year('2025-06-29')))).toBeNull()
  const keep = incidentFacts({ baselineCount: 0, currentCount: 0 })
  expect(runningPace(judgedIncidents(keep, year('2025-06-29')))).toMatchObject({ now: 0, atEnd: 0 })
})

it('projection and probability are null before a tenth has elapsed', () => {
  const early = runningPace(judgedPartners(partnerFacts({ audited: 3 }), year('2025-01-20')))
  expect(early).toMatchObject({ now: 3, expected: 3, atEnd: 40, projected: null, onTrack: null })
  const done = runningPace(judgedPartners(partnerFacts(), year('2025-01-20')))
  expect(done).toMatchObject({ projected: null, onTrack: 1 })
})

it('a publication that is not yet due has a pace, a survey has none', () => {
  const facts = publicationFacts({ inScope: 14, published: 7, programmeStart: '2025-10-01' })
  const pace = runningPace(judgedPublication(facts, half('2025-11-16')))
  expect(pace).toMatchObject({ by: '2026-01-01', now: 7, expected: 7, atEnd: 14, projected: 1 })
  expect(runningPace(judgedPublication(publicationFacts({ published: 7 }), half('2025-11-16')))).toBeNull()
  expect(runningPace(judgedSatisfaction(waveFacts([0, 0, 0, 9, 0]), half('2025-11-16')))).toBeNull()
})

it('an ended half-year has no pace, even if its year goes on', () => {
  expect(runningPace(judgedTraining({ quarters: [quarterFacts()] }, half('2025-12-31')))).toBeNull()
  expect(runningPace(judgedPartners(partnerFacts({ audited: 3 }), year('2025-06-30')))).toBeNull()
  expect(runningPace(judgedIncidents(incidentFacts(), year('2025-06-30')))).toBeNull()
  expect(runningPace(judgedIncidents(incidentFacts(), year('2025-12-31')))).toBeNull()
})
