import { expect, it, test } from 'vitest'
import { contextOf, incidentFacts, partnerFacts, publicationFacts, quarterFacts } from '../testing/example-facts.ts'
import { judgedIncidents, judgedPartners, judgedPublication, judgedTraining } from '../testing/judged.ts'
import { paceOf } from './pace-of.ts'

const half = (asOf: string) => contextOf('2025-H2', asOf)
const year = (asOf: string) => contextOf('2025', asOf)
const trained = (passed: number, asOf = '2025-11-15') =>
  paceOf(judgedTraining({ quarters: [quarterFacts({ due: 800, passed })] }, half(asOf)))

test('training is far behind, undecided and on pace with more and more passes', () => {
  const found = [100, 185, 190, 250, 350, 379, 380, 400, 500, 700].map((passed) => trained(passed))
  expect(found.filter((state, index) => state !== found[index - 1])).toEqual(['far-behind', null, 'on-pace'])
})

it('is null while it is too early, and on pace as soon as the target is reached', () => {
  expect([trained(0, '2025-10-03'), trained(800, '2025-10-03')]).toEqual([null, 'on-pace'])
})

it('is null once the verdict is decided or the half-year has ended', () => {
  const leaks = (currentCount: number, asOf: string) =>
    paceOf(judgedIncidents(incidentFacts({ currentCount }), year(asOf)))
  expect([leaks(2, '2025-06-29'), leaks(4, '2025-06-29'), leaks(5, '2025-06-29')]).toEqual(['on-pace', null, null])
  expect(leaks(3, '2025-02-28')).toBe('far-behind')
  expect(trained(100, '2025-12-31')).toBeNull()
  expect(paceOf(judgedPartners(partnerFacts({ audited: 3 }), year('2025-06-30')))).toBeNull()
})

it('covers partner audits, and policies that are not yet due', () => {
  expect(paceOf(judgedPartners(partnerFacts({ audited: 3 }), year('2025-06-29')))).toBe('far-behind')
  const facts = publicationFacts({ inScope: 14, published: 0, programmeStart: '2025-10-01' })
  expect(paceOf(judgedPublication(facts, half('2025-11-16')))).toBe('far-behind')
  expect(paceOf(judgedPublication({ ...facts, programmeStart: '2024-01-01' }, half('2025-11-16')))).toBeNull()
})
