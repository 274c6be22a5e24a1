import { expect, test } from 'vitest'
import { partnerFacts } from '../testing/example-facts.ts'
import {
  PERIOD as period,
  readyFixture,
  refused,
  type ScorecardFixture,
  scorecardFixture,
  sealed,
} from '../testing/scorecard-fixture.ts'
import { measureHistory } from './list-history.ts'
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
    goals: [{ goal: 'partner-audit', shape: 'demonstrated' }],
  })
  expect(measure('transparency')).toMatchObject({ goals: [] })
  expect(stamp).toEqual({ period, asOf: '2025-12-31', recordedOn: '2026-03-10', ruleVersion: '4' })
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

test('goals and indicators of a closed half-year are as sealed, and a value of today that differs is shown beside it', async () => {
  const fixture = await readyFixture()
  fixture.memory.facts.indicators = { ...fixture.memory.facts.indicators, assessments: 1, education: 3 }
  await sealed(fixture)
  fixture.memory.facts.partners = partnerFacts({ audited: 10, passed: 10 })
  fixture.memory.facts.indicators = { ...fixture.memory.facts.indicators, assessments: 2, improvements: 4 }
  fixture.setNow('2026-04-20T01:00:00Z')
  const { measure, recordedOn } = await listed(fixture)
  const indicator = (id: string, of: MeasureId) => measure(of)?.indicators.find((each) => each.id === id)
  const counts = (count: number) => ({ kind: 'count', count })
  expect(recordedOn).toBe('2026-03-10')
  expect(measure('third-party-risk')).toMatchObject({ goals: [{ shape: 'demonstrated' }] })
  expect(indicator('security-assessments', 'technical-security')).toMatchObject({
    ...{ value: counts(1), sealed: true, today: counts(2) },
  })
  expect(indicator('education-notices', 'transparency')).toMatchObject({ value: counts(3), sealed: true, today: null })
  // They are chosen after the closing.
  expect(indicator('improvements', 'transparency')).toMatchObject({ value: counts(4), sealed: false, today: null })
  const history = await measureHistory(fixture.ports, { period: '2026-H1' })
  const before = history.ok && history.value.indicators.find(({ id }) => id === 'security-assessments')?.values.at(-1)
  expect(before).toEqual(counts(1))
})

test('an indicator whose latest evidence is too old is unknown', async () => {
  const fixture = scorecardFixture()
  const systems = { withData: 2, encrypted: 2 }
  const shownOn = async (checkedOn: string) => {
    const { indicators } = fixture.memory.facts
    fixture.memory.facts.indicators = { ...indicators, systems, lastOn: { ...indicators.lastOn, systems: checkedOn } }
    const { measure } = await listed(fixture)
    return measure('technical-security')?.indicators.find(({ id }) => id === 'encryption')
  }
  expect(await shownOn('2024-12-31')).toMatchObject({ value: { kind: 'share' }, freshMonths: 12 })
  expect(await shownOn('2024-12-30')).toMatchObject({ value: { kind: 'unknown', missing: 'outdated' } })
})

test('a running half-year is measured up to today', async () => {
  expect((await listed(scorecardFixture(), '2026-H1')).asOf).toBe('2026-03-10')
})

test('measures are listed for a half-year that has begun', async () => {
  const { ports } = scorecardFixture()
  expect(await listMeasures(ports, { period: '2025' })).toMatchObject(refused('not-a-half-year'))
  expect(await listMeasures(ports, { period: '2026-H2' })).toMatchObject(refused('half-year-not-begun'))
})
