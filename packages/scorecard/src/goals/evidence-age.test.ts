import { addDays } from '@wayproof/kernel/calendar/calendar-date'
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
import { evidenceAge } from './evidence-age.ts'

const LAST = '2025-03-01'
const recorded = new Map([
  ['exam-attempts', Date.parse('2025-02-01T00:00:00Z')],
  ['staff-roles', Date.parse(`${LAST}T00:00:00Z`)],
  ['incidents', Date.parse(`${LAST}T00:00:00Z`)],
  ['partners', Date.parse(`${LAST}T00:00:00Z`)],
])
const aged = (days: number) => ({ recorded, today: addDays(LAST, days), timeZone: 'Asia/Shanghai' })
const half = contextOf('2025-H2', '2025-11-15')
const year = contextOf('2025', '2025-11-15')

it.each([
  ['training', 95, judgedTraining({ quarters: [quarterFacts()] }, half)],
  ['incidents', 190, judgedIncidents(incidentFacts(), year)],
  ['partner audits', 190, judgedPartners(partnerFacts({ audited: 3 }), year)],
] as const)('evidence of %s is stale after %i days without an entry in any of its registers', (_, days, verdict) => {
  expect(evidenceAge(verdict, aged(days))).toEqual({ isStale: false, lastOn: LAST })
  expect(evidenceAge(verdict, aged(days + 1))).toEqual({ isStale: true, lastOn: LAST })
})

it('evidence of policies is stale when the verdict lacks a recent check', () => {
  const published = (lastLookOn: string | null) =>
    judgedPublication(publicationFacts({ published: 7, lastLookOn }), half)
  expect(evidenceAge(published('2025-11-01'), aged(1))).toEqual({ isStale: false, lastOn: '2025-11-01' })
  expect(evidenceAge(published('2025-10-01'), aged(1))).toEqual({ isStale: true, lastOn: '2025-10-01' })
  expect(evidenceAge(published(null), aged(1))).toBeNull()
})

it('has no age without an entry, without a partner that is due, and for satisfaction', () => {
  const none = { recorded: new Map(), today: '2025-11-15', timeZone: 'UTC' }
  expect(evidenceAge(judgedIncidents(incidentFacts(), year), none)).toBeNull()
  expect(evidenceAge(judgedPartners(partnerFacts({ due: 0, audited: 0 }), year), aged(400))).toBeNull()
  expect(evidenceAge(judgedSatisfaction(waveFacts([0, 0, 0, 9, 0]), half), aged(400))).toBeNull()
})
