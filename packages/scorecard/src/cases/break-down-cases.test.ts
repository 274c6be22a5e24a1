import { expect, test } from 'vitest'
import { PERIOD as period, refused, scorecardFixture } from '../testing/scorecard-fixture.ts'
import { breakDownCases } from './break-down-cases.ts'

const cell = (kind: string, people: number) => ({ kind, regime: 'pipl', channel: 'email', people })

function caseFixture() {
  const fixture = scorecardFixture()
  fixture.memory.facts.cases = [cell('access', 12), cell('erasure', 9), cell('complaint', 2)]
  return fixture
}

const asked = async (half = period) => breakDownCases(caseFixture().ports, { period: half })

test('the groups of an ended half-year are counted in tens; those of few and of no cases are left out alike', async () => {
  const groups = [
    { margin: 'kind', category: 'access', people: 10 },
    { margin: 'regime', category: 'pipl', people: 20 },
    { margin: 'channel', category: 'email', people: 20 },
  ]
  expect(await asked()).toEqual({ ok: true, value: { period, step: 10, groups } })
})

test('a running half-year shows no cases, because two days would reveal those between them', async () => {
  expect(await asked('2026-H1')).toEqual({ ok: true, value: { period: '2026-H1', step: 10, groups: null } })
})

test('on the first day after the half-year its cases are shown', async () => {
  const { ports, setNow } = caseFixture()
  const groups = async () => {
    const outcome = await breakDownCases(ports, { period: '2026-H1' })
    return outcome.ok && outcome.value.groups
  }
  setNow('2026-06-30T15:59:59Z')
  expect(await groups()).toBeNull()
  setNow('2026-06-30T16:00:00Z')
  expect(await groups()).not.toBeNull()
})

test('cases are counted for half-years only', async () => {
  expect(await asked('2025')).toMatchObject(refused('not-a-half-year'))
})
