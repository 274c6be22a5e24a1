import { expect, it } from 'vitest'
import { contextOf, publicationFacts } from '../testing/example-facts.ts'
import { judgedPublication } from '../testing/judged.ts'

const context = contextOf('2025-H2', '2025-12-31')
const judge = (facts: Parameters<typeof publicationFacts>[0], asOf = context.asOf) =>
  judgedPublication(publicationFacts(facts), { ...context, asOf })

it('is met and green if every surface in scope is published', () => {
  expect(judge({})).toMatchObject({ verdict: 'met', status: 'green', value: 1, missing: 0, demonstrated: null })
})

it('is missed by one surface of a thousand', () => {
  expect(judge({ inScope: 1000, published: 999 })).toMatchObject({ verdict: 'missed', missing: 1, value: 0.999 })
})

const busy = (numerator: number) => ({ numerator, denominator: 100 })
it.each([
  ['95 % and no busy channel missing', { published: 19, busiestMissing: busy(9) }, 'amber'],
  ['a missing channel with exactly 10 % of the bookings', { published: 19, busiestMissing: busy(10) }, 'red'],
  ['no bookings on record', { published: 19 }, 'red'],
  ['under 95 %', { published: 18, busiestMissing: busy(1) }, 'red'],
])('has a narrow tolerance: %s', (_, facts, status) => {
  expect(judge(facts)).toMatchObject({ verdict: 'missed', status, reason: 'below-target' })
})

it('has no verdict without an inventory, and is not green', () => {
  const verdict = judge({ inScope: 0, published: 0, version: null })
  expect(verdict).toMatchObject({
    verdict: 'unknown',
    status: 'no-data',
    reason: 'no-inventory',
    value: null,
    share: null,
  })
})

it('is due after three months: unknown before the day, missed from the day on, and met whenever complete', () => {
  const facts = { programmeStart: '2025-10-01', published: 5 }
  expect(judge(facts, '2025-12-31')).toMatchObject({ verdict: 'unknown', reason: 'not-yet-due', status: 'red' })
  expect(judge(facts, '2025-10-03')).toMatchObject({ status: 'too-early' })
  expect(judge(facts, '2026-01-01')).toMatchObject({ verdict: 'missed' })
  expect(judge({ programmeStart: '2025-10-01' }, '2025-10-03')).toMatchObject({ verdict: 'met', status: 'green' })
})

it.each([
  ['the last check was 31 days ago', '2025-11-30', 5],
  ['there was never a check', null, 0],
])('is unknown, not 0 %%, without a recent check: %s', (_, lastLookOn, stale) => {
  expect(judge({ published: 0, stale, lastLookOn })).toMatchObject({
    ...{ verdict: 'unknown', status: 'no-data', reason: 'not-checked' },
    ...{ value: null, share: null, missing: 20 },
  })
})

it('is missed if one check is recent, however old the others are', () => {
  expect(judge({ published: 0, stale: 19, lastLookOn: '2025-12-01' })).toMatchObject({ verdict: 'missed', value: 0 })
  expect(judge({ published: 0, lastLookOn: '2025-06-29' }, '2025-07-20')).toMatchObject({ verdict: 'missed' })
  // Without an approved policy nothing can be published, whatever the checks say.
  expect(judge({ published: 0, lastLookOn: null, version: null })).toMatchObject({ verdict: 'missed' })
})

it('flags overdue checks', () => {
  expect(judge({ published: 19, stale: 1 }).flags).toEqual(['stale-checks'])
})
