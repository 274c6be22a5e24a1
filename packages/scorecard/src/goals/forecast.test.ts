import { expect, it, test } from 'vitest'
import { contextOf, incidentFacts, partnerFacts, publicationFacts, quarterFacts } from '../testing/example-facts.ts'
import { judgedIncidents, judgedPartners, judgedPublication, judgedTraining } from '../testing/judged.ts'
import { forecastOf } from './forecast.ts'

const half = (asOf: string) => contextOf('2025-H2', asOf)
const year = (asOf: string) => contextOf('2025', asOf)
const trained = (passed: number, asOf = '2025-11-15') =>
  forecastOf(judgedTraining({ quarters: [quarterFacts({ due: 800, passed })] }, half(asOf)))

test('a forecast of training is off track, undecided and on track with more and more passes', () => {
  const found = [100, 250, 350, 370, 380, 385, 390, 400, 500, 700].map((passed) => trained(passed))
  expect(found.filter((state, index) => state !== found[index - 1])).toEqual(['off-track', null, 'on-track'])
})

it('is null while it is too early, and on track as soon as the target is reached', () => {
  expect([trained(0, '2025-10-03'), trained(800, '2025-10-03')]).toEqual([null, 'on-track'])
})

it('is null once the verdict is decided or the half-year has ended', () => {
  const leaks = (currentCount: number) =>
    forecastOf(judgedIncidents(incidentFacts({ currentCount }), year('2025-06-29')))
  expect([leaks(4), leaks(5)]).toEqual(['off-track', null])
  expect(trained(100, '2025-12-31')).toBeNull()
  expect(forecastOf(judgedPartners(partnerFacts({ audited: 3 }), year('2025-06-30')))).toBeNull()
})

it('covers partner audits, and policies that are not yet due', () => {
  expect(forecastOf(judgedPartners(partnerFacts({ audited: 3 }), year('2025-06-29')))).toBe('off-track')
  const facts = publicationFacts({ inScope: 14, published: 0, programmeStart: '2025-10-01' })
  expect(forecastOf(judgedPublication(facts, half('2025-11-16')))).toBe('off-track')
  expect(forecastOf(judgedPublication({ ...facts, programmeStart: '2024-01-01' }, half('2025-11-16')))).toBeNull()
})
