import { addDays } from '@wayproof/kernel/calendar/calendar-date'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { publish } from '../publish/publish.ts'
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
import { judgePartnerAudit } from './partner-audit.ts'
import { runningPace } from './running-pace.ts'

const half = (asOf: string) => contextOf('2025-H2', asOf)
const year = (asOf: string) => contextOf('2025', asOf)

it('training says what is done, expected by now and needed, and the days left', () => {
  const usualShare = { numerator: 1, denominator: 2 }
  const quarters = [quarterFacts({ due: 800, passed: 361, usualShare })]
  expect(runningPace(judgedTraining({ quarters }, half('2025-11-25')))).toEqual({
    ...{ by: '2025-12-31', daysLeft: 36, elapsedShare: 0.5 },
    ...{ counts: 'completions', now: 361, expected: 380, atEnd: 760 },
  })
})

it('leaks have a maximum by now', () => {
  const pace = runningPace(judgedIncidents(incidentFacts({ currentCount: 2 }), year('2025-06-29')))
  expect(pace).toMatchObject({ by: '2025-12-31', daysLeft: 185, counts: 'leaks', now: 2, expected: 2, atEnd: 4 })
  const baseline = incidentFacts({ baselineYear: 2025 })
  expect(runningPace(judgedIncidents(baseline, year('2025-06-29')))).toBeNull()
  expect(runningPace(judgedIncidents(incidentFacts({ registered: false }), year('2025-06-29')))).toBeNull()
  const keep = incidentFacts({ baselineCount: 0, currentCount: 0 })
  expect(runningPace(judgedIncidents(keep, year('2025-06-29')))).toMatchObject({ now: 0, atEnd: 0 })
})

it('a reached target still shows what was needed', () => {
  const quarters = [quarterFacts({ due: 800, passed: 790 })]
  expect(runningPace(judgedTraining({ quarters }, half('2025-11-25')))).toMatchObject({ now: 790, atEnd: 760 })
})

it('the status of any running goal follows from the published figures beside it', () => {
  const facts = fc.tuple(fc.integer({ min: 1, max: 400 }), fc.nat(400), fc.integer({ min: 40, max: 179 }))
  fc.assert(
    fc.property(facts, ([due, many, days]) => {
      const audited = Math.min(many, due)
      const context = year(addDays('2025-01-01', days))
      const { status, ...verdict } = publish(judgePartnerAudit(partnerFacts({ due, audited }), context))
      const pace = runningPace({ ...verdict, status })
      if (!pace) throw new Error('no pace')
      expect(status === 'green').toBe(pace.now >= pace.expected)
      expect(status === 'red').toBe(2 * pace.now < pace.expected)
    }),
  )
})

it('a publication that is not yet due has a pace, a survey has none', () => {
  const facts = publicationFacts({ inScope: 14, published: 7, programmeStart: '2025-10-01' })
  const pace = runningPace(judgedPublication(facts, half('2025-11-16')))
  expect(pace).toMatchObject({ by: '2026-01-01', now: 7, expected: 7, atEnd: 14, daysLeft: 46 })
  expect(runningPace(judgedPublication(publicationFacts({ published: 7 }), half('2025-11-16')))).toBeNull()
  expect(runningPace(judgedSatisfaction(waveFacts([0, 0, 0, 9, 0]), half('2025-11-16')))).toBeNull()
})

it('an ended half-year has no pace, even if its year goes on', () => {
  expect(runningPace(judgedTraining({ quarters: [quarterFacts()] }, half('2025-12-31')))).toBeNull()
  expect(runningPace(judgedPartners(partnerFacts({ audited: 3 }), year('2025-06-30')))).toBeNull()
  expect(runningPace(judgedIncidents(incidentFacts(), year('2025-06-30')))).toBeNull()
  expect(runningPace(judgedIncidents(incidentFacts(), year('2025-12-31')))).toBeNull()
})
