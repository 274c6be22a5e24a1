import { expect, it } from 'vitest'
import { courseOf, isRunning, runningResult } from './running-result.ts'
import { contextOf, incidentFacts, partnerFacts, publicationFacts, quarterFacts } from './testing/example-facts.ts'
import {
  judgedIncidents,
  judgedPartners,
  judgedPublication,
  judgedSatisfaction,
  judgedTraining,
} from './testing/judged.ts'
import type { Verdict } from './verdict.ts'

const asOf = '2025-11-25'
const half = contextOf('2025-H2', asOf)
const year = contextOf('2025', asOf)
const shown = publicationFacts({ lastLookOn: asOf })
const satisfaction = judgedSatisfaction({ wave: null, improvementChosen: false }, half)

it('a running half-year sorts its goals by course', () => {
  const verdicts: readonly Verdict[] = [
    judgedPublication(shown, half),
    judgedTraining({ quarters: [quarterFacts({ due: 824, passed: 100 })] }, half),
    judgedIncidents(incidentFacts({ currentCount: 1 }), year),
    satisfaction,
    judgedPartners(partnerFacts({ due: 40, audited: 12 }), year),
  ]
  expect(runningResult({ period: '2025-H2', asOf, verdicts })).toEqual({
    reached: ['policy-publication'],
    missed: [],
    'on-pace': ['incident-reduction'],
    behind: [],
    'far-behind': ['staff-training', 'partner-audit'],
    'too-early': [],
    'no-data': [],
    later: ['customer-satisfaction'],
  })
})

it('only a target that nobody can reach any more is missed', () => {
  expect(courseOf(judgedPublication({ ...shown, published: 13 }, half))).toBe('behind')
  expect(courseOf(judgedIncidents(incidentFacts({ currentCount: 9 }), year))).toBe('missed')
  const quarters = [quarterFacts({ quarter: '2025-Q3', passed: 500 }), quarterFacts({ passed: 400 })]
  expect(courseOf(judgedTraining({ quarters }, half))).toBe('missed')
})

it('no evidence is neither on pace nor behind, and a baseline year is too early', () => {
  expect(courseOf(judgedPublication(publicationFacts({ inScope: 0, published: 0 }), half))).toBe('no-data')
  expect(courseOf(judgedIncidents(incidentFacts({ baselineYear: 2025 }), year))).toBe('too-early')
  expect(courseOf(judgedPartners(partnerFacts({ due: 40, audited: 0 }), contextOf('2025', '2025-01-05')))).toBe(
    'too-early',
  )
})

it('an ended half-year has no course', () => {
  expect(isRunning({ period: '2025-H2', asOf: '2025-12-30' })).toBe(true)
  expect(isRunning({ period: '2025-H2', asOf: '2025-12-31' })).toBe(false)
  expect(runningResult({ period: '2025-H2', asOf: '2025-12-31', verdicts: [satisfaction] })).toBeNull()
})
