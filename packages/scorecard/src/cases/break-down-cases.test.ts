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

test('the cases of an ended half-year are counted in groups', async () => {
  const outcome = await asked()
  if (!outcome.ok) throw new Error(outcome.fault.code)
  expect(outcome.value).toMatchObject({ period, smallestGroup: 5 })
  const everyone = outcome.value.groups?.find(({ margins }) => margins.length === 0)
  expect(everyone?.figure.kind).toBe('shown')
})

test('a group of few people is hidden, and so is one more, from which it would follow', async () => {
  const outcome = await asked()
  const groups = (outcome.ok && outcome.value.groups) || []
  const hidden = groups
    .filter(({ margins, figure }) => margins.join() === 'kind' && figure.kind === 'hidden')
    .map(({ categories }) => categories[0])
  expect(hidden).toEqual(['complaint', 'erasure'])
})

test('a running half-year shows no cases, because two days would reveal those between them', async () => {
  expect(await asked('2026-H1')).toEqual({ ok: true, value: { period: '2026-H1', smallestGroup: 5, groups: null } })
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
