import { expect, it } from 'vitest'
import { assembleScorecard } from './build-scorecard.ts'
import type { ExactVerdict } from './exact.ts'
import { summarise } from './executive-summary.ts'
import { judgeCustomerSatisfaction } from './goals/customer-satisfaction.ts'
import { judgeIncidentReduction } from './goals/incident-reduction.ts'
import { judgePartnerAudit } from './goals/partner-audit.ts'
import { judgePolicyPublication } from './goals/policy-publication.ts'
import { judgeStaffTraining } from './goals/staff-training.ts'
import { changeOf, publish } from './publish/publish.ts'
import {
  contextOf,
  incidentFacts,
  partnerFacts,
  publicationFacts,
  quarterFacts,
  waveFacts,
} from './testing/example-facts.ts'

const half = contextOf('2025-H2', '2025-12-31')
const year = contextOf('2025', '2025-12-31')
const wave = (top: number) => judgeCustomerSatisfaction(waveFacts([0, 0, 1140 - top, top, 0]), half)
const partners = (audited: number) => judgePartnerAudit(partnerFacts({ due: 41, audited }), year)
const others = [
  judgeStaffTraining({ quarters: [quarterFacts({ due: 824, passed: 763 })] }, half),
  judgePolicyPublication(publicationFacts(), half),
  judgeIncidentReduction(incidentFacts(), year),
]
const stamp = { period: '2025-H2', asOf: '2025-12-31', ruleVersion: '1' }
const assembled = (
  now: readonly ExactVerdict[],
  before: readonly ExactVerdict<'customer-satisfaction' | 'partner-audit'>[],
) =>
  publish(
    assembleScorecard(
      stamp,
      now,
      before.map((exact) => publish(exact)),
    ),
  )
const scorecard = assembled([partners(38), ...others, wave(996)], [wave(959), partners(41)])

it('keeps the paper’s order, and the worst goal decides overall', () => {
  expect(scorecard.verdicts.map(({ goal }) => goal)).toEqual([
    'policy-publication',
    'staff-training',
    'incident-reduction',
    'customer-satisfaction',
    'partner-audit',
  ])
  expect(scorecard.standing.missed).toEqual(['staff-training', 'partner-audit'])
  expect(scorecard.standing.overall).toBe('missed')
})

it('is unknown overall while one goal is, and met only if all are', () => {
  const unknown = judgePartnerAudit(partnerFacts(), contextOf('2025', '2025-06-30'))
  expect(assembled([wave(996), unknown], []).standing.overall).toBe('unknown')
  expect(assembled([wave(996)], []).standing.overall).toBe('met')
})

it('says how firm a change is only for sampled travelers', () => {
  const change = (goal: string) => scorecard.changes.find((each) => each.goal === goal)
  expect(change('customer-satisfaction')).toMatchObject({ from: 0.841, to: 0.873 })
  // The interval at 98 % still contains 0.
  expect(change('customer-satisfaction')?.strength).toBe('could-be-chance')
  expect(change('partner-audit')).toEqual({
    goal: 'partner-audit',
    from: 1,
    to: 0.926,
    strength: null,
    interval: null,
    detectable: null,
    broken: null,
  })
  expect(change('staff-training')).toMatchObject({ from: null, strength: null })
})

it('compares nothing across a change of the question', () => {
  const now = judgeCustomerSatisfaction(waveFacts([0, 0, 144, 996, 0], { trendBreak: 'wording' }), half)
  const { changes } = assembled([now], [wave(959)])
  expect(changes).toEqual([
    {
      goal: 'customer-satisfaction',
      from: null,
      to: 0.873,
      strength: null,
      interval: null,
      detectable: null,
      broken: 'wording',
    },
  ])
})

it.each([
  ['a different cap each year', { currentCount: 5 }, { baselineCount: 16, currentCount: 8 }, [8, 8], [5, 4]],
  ['a baseline of zero', { baselineCount: 0, currentCount: 1 }, { currentCount: 0 }, [0, 4], [1, 0]],
])('compares leaks as counts against the cap of their year, with %s', (_, now, before, from, to) => {
  const last = { baselineYear: 2023, currentYear: 2024, ...before }
  const verdict = publish(judgeIncidentReduction(incidentFacts(last), contextOf('2024', '2024-12-31')))
  const change = changeOf(verdict, publish(judgeIncidentReduction(incidentFacts(now), year)))
  const against = ([count, cap]: readonly number[]) => ({ count, cap })
  expect(change).toMatchObject({ from: null, to: null, leaks: { from: against(from), to: against(to) } })
})

it('does not compare leaks with a running year, the baseline year or a year without a register', () => {
  const now = judgeIncidentReduction(incidentFacts(), year)
  const exactVerdicts = [
    judgeIncidentReduction(incidentFacts(), contextOf('2025', '2025-06-30')),
    judgeIncidentReduction(incidentFacts({ currentYear: 2024 }), year),
    judgeIncidentReduction(incidentFacts({ registered: false }), year),
  ]
  for (const exactVerdict of exactVerdicts) {
    expect(changeOf(publish(exactVerdict), publish(now)).leaks).toBeUndefined()
    expect(changeOf(publish(now), publish(exactVerdict)).leaks).toBeUndefined()
  }
})

it('does not compare a running year', () => {
  const exactVerdict = judgePartnerAudit(partnerFacts({ audited: 10 }), contextOf('2025', '2025-06-30'))
  expect(assembled([exactVerdict], [partners(41)]).changes[0]).toMatchObject({ from: 1, to: null })
})

const shorter = { 'zh-CN': '表格更短', en: 'a shorter form' }

it('asks for one decision per missed goal', () => {
  const { decisions, improvements } = summarise(scorecard, { improvements: [shorter], cameOf: [], head: null })
  expect(decisions).toEqual([
    { goal: 'staff-training', owner: 'human-resources', because: 'below-target', missing: 61 },
    { goal: 'partner-audit', owner: 'procurement', because: 'below-target', missing: 3 },
  ])
  expect(improvements).toEqual([shorter])
})
