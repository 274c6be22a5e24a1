import { expect, it } from 'vitest'
import { contextOf, partnerFacts } from '../testing/example-facts.ts'
import { judgedPartners } from '../testing/judged.ts'

const judge = (facts: Parameters<typeof partnerFacts>[0], asOf = '2025-12-31') =>
  judgedPartners(partnerFacts(facts), contextOf('2025', asOf))

it('is met if all are audited and missed, without amber, if one is not', () => {
  expect(judge({})).toMatchObject({ verdict: 'met', status: 'green', missing: 0 })
  expect(judge({ audited: 39 })).toMatchObject({ verdict: 'missed', status: 'red', missing: 1, value: 39 / 40 })
})

it('a failed audit counts, but the goal is not green until the plan has a date', () => {
  expect(judge({ passed: 38 })).toMatchObject({ verdict: 'met', status: 'green' })
  expect(judge({ passed: 38, failedWithoutPlan: 1 })).toMatchObject({
    verdict: 'met',
    status: 'red',
    reason: 'plan-missing',
  })
})

it('has no data if no partner is due', () => {
  expect(judge({ due: 0, audited: 0, notYetDue: 3 })).toMatchObject({
    verdict: 'unknown',
    status: 'no-data',
    reason: 'no-partner-due',
    share: null,
  })
})

it('is unknown until December ends, and green once all are done', () => {
  expect(judge({}, '2025-06-30')).toMatchObject({ verdict: 'unknown', status: 'green', reason: 'running' })
  expect(judge({ audited: 5 }, '2025-06-30')).toMatchObject({ status: 'red' })
  expect(judge({ audited: 1 }, '2025-01-10')).toMatchObject({ status: 'too-early', reason: 'too-early' })
  // Audits peak in autumn: five of forty is normal if a tenth was usual by this day.
  expect(judge({ audited: 5, usualShare: { numerator: 4, denominator: 40 } }, '2025-06-30')).toMatchObject({
    status: 'green',
  })
})
