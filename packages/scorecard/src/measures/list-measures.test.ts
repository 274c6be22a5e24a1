import { expect, test } from 'vitest'
import { partnerFacts } from '../testing/example-facts.ts'
import {
  closedFixture,
  PERIOD as period,
  refused,
  type ScorecardFixture,
  scorecardFixture,
} from '../testing/scorecard-fixture.ts'
import { listMeasures } from './list-measures.ts'
import { MEASURES, type MeasureId } from './measure.ts'

async function listed({ ports }: ScorecardFixture, half = period) {
  const outcome = await listMeasures(ports, { period: half })
  if (!outcome.ok) throw new Error(outcome.fault.code)
  const measure = (id: MeasureId) => outcome.value.measures.find((each) => each.id === id)
  return { ...outcome.value, measure }
}

test('the seven measures are listed in the order of the policy paper, with owner and goals', async () => {
  const { measures, measure, ...stamp } = await listed(scorecardFixture())
  expect(measures.map(({ id }) => id)).toEqual([...MEASURES])
  expect(measure('third-party-risk')).toMatchObject({
    owner: 'procurement',
    goals: [{ goal: 'partner-audit', verdict: 'met', status: 'green' }],
  })
  expect(measure('transparency')).toMatchObject({ goals: [] })
  expect(stamp).toEqual({ period, asOf: '2025-12-31', recordedOn: '2026-03-10', ruleVersion: '3' })
})

test('an indicator without evidence is unknown and counted as such', async () => {
  const { measure } = await listed(scorecardFixture())
  const { indicators = [], unknown, lastOn } = measure('third-party-risk') ?? {}
  expect(indicators.filter(({ value }) => value.kind === 'unknown')).toHaveLength(unknown ?? -1)
  expect(unknown).toBeGreaterThan(0)
  expect(lastOn).toBeNull()
})

test('a measure shows the day of the latest entry in any of its registers', async () => {
  const fixture = scorecardFixture()
  const { indicators } = fixture.memory.facts
  const lastOn = { ...indicators.lastOn, partners: '2025-11-30', 'partner-audits': '2025-12-02' }
  fixture.memory.facts.indicators = { ...indicators, lastOn: { ...lastOn, incidents: '2025-12-30' } }
  const { measure } = await listed(fixture)
  expect(measure('third-party-risk')?.lastOn).toBe('2025-12-02')
  expect(measure('policy')?.lastOn).toBeNull()
})

test('goals of a closed half-year are as sealed, indicators are as recorded today', async () => {
  const fixture = await closedFixture()
  fixture.memory.facts.partners = partnerFacts({ audited: 10, passed: 10 })
  fixture.memory.facts.indicators = { ...fixture.memory.facts.indicators, assessments: 2 }
  const { measure } = await listed(fixture)
  expect(measure('third-party-risk')).toMatchObject({ goals: [{ verdict: 'met' }] })
  const before = (await listed(await closedFixture())).measure('technical-security')?.unknown ?? 0
  expect(measure('technical-security')?.unknown).toBe(before - 1)
})

test('a running half-year is measured up to today', async () => {
  expect((await listed(scorecardFixture(), '2026-H1')).asOf).toBe('2026-03-10')
})

test('measures are listed for a half-year that has begun', async () => {
  const { ports } = scorecardFixture()
  expect(await listMeasures(ports, { period: '2025' })).toMatchObject(refused('not-a-half-year'))
  expect(await listMeasures(ports, { period: '2026-H2' })).toMatchObject(refused('half-year-not-begun'))
})
