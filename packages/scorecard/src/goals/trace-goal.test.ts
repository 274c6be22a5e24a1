import { expect, test } from 'vitest'
import { partnerFacts } from '../testing/example-facts.ts'
import {
  closedFixture,
  PERIOD as period,
  refused,
  type ScorecardFixture,
  scorecardFixture,
} from '../testing/scorecard-fixture.ts'
import type { GoalId } from './goal.ts'
import { goalTrend } from './trace-goal.ts'

async function points({ ports }: ScorecardFixture, goal: GoalId, half = period, periods?: number) {
  const trend = await goalTrend(ports, { goal, period: half, ...(periods !== undefined && { periods }) })
  if (!trend.ok) throw new Error(trend.fault.code)
  return trend.value
}

test('a trend begins with the program and is in the order of time', async () => {
  const trend = await points(scorecardFixture(), 'staff-training')
  expect(trend.map((point) => point.period)).toEqual(['2024-H1', '2024-H2', '2025-H1', '2025-H2'])
})

test('a yearly goal has whole years, and the half-year that is shown', async () => {
  const fixture = scorecardFixture()
  const shown = async (half: string) => (await points(fixture, 'partner-audit', half)).map((point) => point.period)
  expect(await shown('2025-H2')).toEqual(['2024-H2', '2025-H2'])
  expect(await shown('2026-H1')).toEqual(['2024-H2', '2025-H2', '2026-H1'])
})

test('a trend is as long as asked, at most 40 half-years', async () => {
  const fixture = scorecardFixture()
  expect((await points(fixture, 'staff-training', period, 2)).map((point) => point.period)).toEqual([
    '2025-H1',
    '2025-H2',
  ])
  expect(await points(fixture, 'staff-training', '2049-H2', 100)).toHaveLength(40)
})

test('a closed half-year is as sealed in every trend', async () => {
  const fixture = await closedFixture()
  fixture.memory.facts.partners = partnerFacts({ audited: 10, passed: 10 })
  const [before, trendPoint] = await points(fixture, 'partner-audit')
  expect([before?.verdict, trendPoint?.verdict]).toEqual(['missed', 'met'])
})

test('only a half-year ends a trend', async () => {
  const { ports } = scorecardFixture()
  expect(await goalTrend(ports, { goal: 'partner-audit', period: '2025' })).toMatchObject(refused('not-a-half-year'))
})
