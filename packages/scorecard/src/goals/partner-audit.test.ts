import { expect, it } from 'vitest'
import { contextOf, partnerFacts } from '../testing/example-facts.ts'
import { judgedPartners } from '../testing/judged.ts'

const judge = (facts: Parameters<typeof partnerFacts>[0], asOf = '2025-12-31') =>
  judgedPartners(partnerFacts(facts), contextOf('2025', asOf))

it('is met when all are audited and missed, without amber, when one is not', () => {
  expect(judge({})).toMatchObject({ verdict: 'met', status: 'green', missing: 0 })
  expect(judge({ audited: 39 })).toMatchObject({ verdict: 'missed', status: 'red', missing: 1, value: 39 / 40 })
})

it('counts a failed audit, and stays from green until the plan has a date', () => {
  expect(judge({ passed: 38 })).toMatchObject({ verdict: 'met', status: 'green' })
  expect(judge({ passed: 38, failedWithoutPlan: 1 })).toMatchObject({
    verdict: 'met',
    status: 'red',
    reason: 'plan-missing',
  })
})

it('has no data where no partner is due', () => {
  expect(judge({ due: 0, audited: 0, notYetDue: 3 })).toMatchObject({
    verdict: 'unknown',
    status: 'no-data',
    reason: 'no-partner-due',
    share: null,
  })
})

it('is unknown until December closes, green once all is done', () => {
  expect(judge({}, '2025-06-30')).toMatchObject({ verdict: 'unknown', status: 'green', reason: 'running' })
  expect(judge({ audited: 5 }, '2025-06-30')).toMatchObject({ status: 'red' })
  expect(judge({ audited: 1 }, '2025-01-10')).toMatchObject({ status: 'too-early', reason: 'too-early' })
  // Auditors come in autumn: five of forty is no bad sign where a tenth was usual by now.
  expect(judge({ audited: 5, usualShare: { numerator: 4, denominator: 40 } }, '2025-06-30')).toMatchObject({
    status: 'amber',
  })
})
