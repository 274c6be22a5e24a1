import { expect, test } from 'vitest'
import { PERIOD as period, refused, scorecardFixture } from '../testing/scorecard-fixture.ts'
import type { GoalId } from './goal.ts'
import { missingRows } from './list-missing-rows.ts'

const row = (key: string) => ({ key, label: key, why: 'no-audit', detail: null }) as const

function missingFixture() {
  const fixture = scorecardFixture()
  Object.assign(fixture.memory.facts, {
    missingSurfaces: [row('site')],
    missingStaff: [row('E0')],
    missingPartners: [row('vela')],
  })
  const lists = async (goal: GoalId, half = period) => {
    const outcome = await missingRows(fixture.ports, { goal, period: half })
    if (!outcome.ok) throw new Error(outcome.fault.code)
    return outcome.value.map((list) => [list.period, ...list.rows.map(({ key }) => key)])
  }
  return { ...fixture, lists }
}

test('surfaces are listed for the half-year, partners for the year, staff for each quarter', async () => {
  const { lists } = missingFixture()
  expect(await lists('policy-publication')).toEqual([['2025-H2', 'site']])
  expect(await lists('partner-audit')).toEqual([['2025', 'vela']])
  expect(await lists('staff-training')).toEqual([
    ['2025-Q3', 'E0'],
    ['2025-Q4', 'E0'],
  ])
})

test('a quarter that has not begun has no list', async () => {
  const { lists, setNow } = missingFixture()
  expect(await lists('staff-training', '2026-H1')).toEqual([['2026-Q1', 'E0']])
  setNow('2026-03-31T16:00:00Z')
  expect(await lists('staff-training', '2026-H1')).toHaveLength(2)
})

test('leaks and survey answers are never listed', async () => {
  const { lists } = missingFixture()
  for (const goal of ['incident-reduction', 'customer-satisfaction'] as const) expect(await lists(goal)).toEqual([])
})

test('rows are missing from half-years only', async () => {
  const { ports } = missingFixture()
  expect(await missingRows(ports, { goal: 'partner-audit', period: '2025' })).toMatchObject(refused('not-a-half-year'))
})
