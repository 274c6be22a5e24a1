import { openTestDatabase } from '@wayproof/database/testing/engines'
import { fillRegisters } from '@wayproof/evidence/testing/sample-registers'
import { startOfDay } from '@wayproof/kernel/calendar/calendar-date'
import type { Outcome } from '@wayproof/kernel/outcome'
import { holdWave } from '@wayproof/survey/testing/hold-wave'
import { expect, it } from 'vitest'
import { buildScorecard } from '../build-scorecard.ts'
import { GOALS, type GoalId } from '../goals/goal.ts'
import { missingRows } from '../goals/list-missing-rows.ts'
import { goalTrend } from '../goals/trace-goal.ts'
import type { ScorecardPorts } from '../ports.ts'
import { RULES } from '../rules.ts'
import { factSource } from './fact-source.ts'

const timeZone = 'Asia/Shanghai'

async function company(today: string): Promise<ScorecardPorts> {
  const database = await openTestDatabase()
  await fillRegisters(database)
  const overall = (many: number, value: string) => Array.from({ length: many }, () => ({ overall: value }))
  await holdWave(database, { period: '2025-H2', minimumForStatus: 30 }, [...overall(45, '5'), ...overall(5, '2')])
  const clock = { now: () => startOfDay(today, timeZone) + 3_600_000 }
  return {
    facts: factSource(database, { timeZone, rules: RULES }),
    sealed: async () => null,
    clock,
    timeZone,
  }
}

function resultOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.fault.code)
  return outcome.value
}

it('judges an ended half-year by the facts of its last day', async () => {
  const ports = await company('2026-03-10')
  const scorecard = resultOf(await buildScorecard(ports, { period: '2025-H2' }))
  expect(scorecard).toMatchObject({ period: '2025-H2', asOf: '2025-12-31', ruleVersion: RULES.version })
  const words = scorecard.verdicts.map(({ goal, verdict, reason, missing }) => [goal, verdict, reason, missing])
  expect(words).toEqual([
    ['policy-publication', 'missed', 'below-target', 1],
    ['staff-training', 'missed', 'below-target', 2],
    ['incident-reduction', 'met', 'target-reached', null],
    ['customer-satisfaction', 'met', 'improvement-missing', null],
    ['partner-audit', 'missed', 'below-target', 1],
  ])
  const training = scorecard.verdicts.find(({ goal }) => goal === 'staff-training')
  expect(training?.figures).toMatchObject({ deciding: '2025-Q4', quarters: [{ passed: 20 }, { passed: 18, late: 0 }] })
  expect(scorecard.changes.find(({ goal }) => goal === 'partner-audit')).toMatchObject({ from: 1, to: 0.666 })
})

it('lists exactly the rows of every missing count', async () => {
  const ports = await company('2026-03-10')
  const { verdicts } = resultOf(await buildScorecard(ports, { period: '2025-H2' }))
  const rowsOf = async (goal: GoalId) => {
    const lists = resultOf(await missingRows(ports, { goal, period: '2025-H2' }))
    return lists.find(({ period }) => period === verdicts.find((each) => each.goal === goal)?.period)?.rows ?? []
  }
  for (const { goal, missing } of verdicts) expect(await rowsOf(goal)).toHaveLength(missing ?? 0)
  expect(await rowsOf('policy-publication')).toEqual([
    { key: 'branch', label: 'branch', why: 'old-version', detail: '2' },
  ])
  expect(await rowsOf('staff-training')).toEqual([
    { key: 'E0', label: 'call centre', why: 'modules-missing', detail: null },
    { key: 'E1', label: 'call centre', why: 'modules-missing', detail: '72' },
  ])
  expect(await rowsOf('partner-audit')).toEqual([
    { key: 'Sunline', label: 'Sunline', why: 'partial-audit', detail: '2025-10-01' },
  ])
})

it('leaves the yearly goals of a first half-year unknown, with a pace, also when read later', async () => {
  for (const today of ['2025-06-30', '2026-03-10']) {
    const { verdicts } = resultOf(await buildScorecard(await company(today), { period: '2025-H1' }))
    const yearly = verdicts.filter(({ period }) => period === '2025')
    expect(yearly.map(({ goal, verdict, reason }) => [goal, verdict, reason])).toEqual([
      ['incident-reduction', 'unknown', 'running'],
      ['partner-audit', 'unknown', 'running'],
    ])
    expect(yearly[0]?.figures).toMatchObject({ currentCount: 2, elapsedShare: 0.495 })
    expect(verdicts.find(({ goal }) => goal === 'customer-satisfaction')).toMatchObject({
      reason: today === '2025-06-30' ? 'running' : 'no-wave',
    })
  }
})

it('treats a half-year as over on the day after its last day', async () => {
  const incidents = async (today: string) =>
    resultOf(await buildScorecard(await company(today), { period: '2025-H2' })).verdicts[2]
  expect(await incidents('2025-12-31')).toMatchObject({ verdict: 'unknown', reason: 'running', asOf: '2025-12-31' })
  expect(await incidents('2026-01-01')).toMatchObject({ verdict: 'met', asOf: '2025-12-31' })
})

it('traces a goal over half-years that end with the requested one', async () => {
  const ports = await company('2026-03-10')
  const yearly = ['incident-reduction', 'partner-audit']
  for (const goal of GOALS) {
    const points = resultOf(await goalTrend(ports, { goal, period: '2025-H2', periods: 3 }))
    const expected = yearly.includes(goal) ? ['2024-H2', '2025-H2'] : ['2024-H2', '2025-H1', '2025-H2']
    expect(points.map(({ period }) => period)).toEqual(expected)
  }
  const partners = resultOf(await goalTrend(ports, { goal: 'partner-audit', period: '2025-H2', periods: 3 }))
  expect(partners.map(({ verdict }) => verdict)).toEqual(['met', 'missed'])
})

it('judges no goal of an empty database as met', async () => {
  const facts = factSource(await openTestDatabase(), { timeZone, rules: RULES })
  const clock = { now: () => startOfDay('2026-03-10', timeZone) }
  const ports = { facts, sealed: async () => null, clock, timeZone, rules: RULES }
  const { verdicts, standing } = resultOf(await buildScorecard(ports, { period: '2025-H2' }))
  expect(standing).toMatchObject({ met: [], missed: [], overall: 'unknown' })
  expect(verdicts.map(({ status }) => status)).toEqual(Array(5).fill('no-data'))
})

it('accepts half-years only', async () => {
  const ports = await company('2026-03-10')
  for (const period of ['2025', '2025-Q4', '2025-H3', '']) {
    expect(await buildScorecard(ports, { period })).toMatchObject({ ok: false, fault: { code: 'not-a-half-year' } })
  }
})

it('refuses a half-year before its first day, and accepts it from then on', async () => {
  const refused = { ok: false, fault: { code: 'half-year-not-begun' } }
  const before = await company('2026-06-30')
  for (const period of ['2026-H2', '2027-H1', '2031-H1'])
    expect(await buildScorecard(before, { period })).toMatchObject(refused)
  expect(await buildScorecard(before, { period: '2026-H1' })).toMatchObject({ ok: true })
  expect(await buildScorecard(await company('2026-07-01'), { period: '2026-H2' })).toMatchObject({ ok: true })
})
