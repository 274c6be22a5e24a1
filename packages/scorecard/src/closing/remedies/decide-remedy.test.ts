import { expect, test } from 'vitest'
import { incidentFacts, partnerFacts, waveFacts } from '../../testing/example-facts.ts'
import {
  chooseOne,
  closedFixture,
  deputy,
  frozen,
  PERIOD as period,
  readyFixture,
  refused,
  type ScorecardFixture,
  signAll,
} from '../../testing/scorecard-fixture.ts'
import { closePeriod } from '../close-period.ts'
import { type DecideRemedy, decideRemedy, recordOutcome } from './decide-remedy.ts'

const text = { note: 'late', action: 'start earlier', effect: 'all audited', dueOn: '2026-06-30' }

const decide = ({ ports }: ScorecardFixture, more: Partial<DecideRemedy> = {}) =>
  decideRemedy(ports, { period, goal: 'partner-audit', ...text, by: 'Lin', ...more })

async function redFixture() {
  const fixture = await readyFixture()
  fixture.memory.facts.partners = partnerFacts({ audited: 30, passed: 30 })
  return fixture
}

test('the action on a red goal belongs to the owner of the goal', async () => {
  const fixture = await redFixture()
  const remedy = { period, goal: 'partner-audit', ...text, owner: 'procurement', decidedBy: 'Lin' }
  expect(await decide(fixture)).toMatchObject({ ok: true, value: { ...remedy, decidedAt: fixture.ports.clock.now() } })
  expect(fixture.memory.remedies).toMatchObject([remedy])
})

test('a goal that is not red needs no action', async () => {
  const fixture = await redFixture()
  expect(await decide(fixture, { goal: 'staff-training' })).toEqual(refused('remedy-not-needed'))
  expect(fixture.memory.remedies).toEqual([])
})

test('satisfaction needs an action if no survey was held, and none while the survey is open', async () => {
  const fixture = await readyFixture()
  fixture.memory.facts.satisfaction = { wave: null, improvementChosen: false }
  expect(await decide(fixture, { goal: 'customer-satisfaction' })).toMatchObject({ ok: true })
  fixture.memory.facts.satisfaction = waveFacts([0, 0, 0, 0, 0], { open: true })
  expect(await decide(fixture, { goal: 'customer-satisfaction' })).toEqual(refused('remedy-not-needed'))
})

test('an action is due after today in the time zone of the organization', async () => {
  const fixture = await redFixture()
  fixture.setNow('2026-03-10T16:00:00Z')
  expect(await decide(fixture, { dueOn: '2026-03-11' })).toEqual(refused('due-date-past'))
  expect(await decide(fixture, { dueOn: '2026-03-12' })).toMatchObject({ ok: true })
})

test('an action is decided only for a half-year, and only once it has begun', async () => {
  const fixture = await redFixture()
  expect(await decide(fixture, { period: '2025' })).toMatchObject(refused('not-a-half-year'))
  expect(await decide(fixture, { period: '2026-H2' })).toMatchObject(refused('half-year-not-begun'))
})

test('an action is decided before the freeze, not after it and not after the closing', async () => {
  const fixture = await redFixture()
  await decide(fixture)
  await frozen(fixture)
  expect(await decide(fixture)).toEqual(refused('already-frozen'))
  expect(await decide(await closedFixture())).toEqual(refused('period-closed'))
})

test('an outcome is recorded with person and time, and a later one replaces it', async () => {
  const fixture = await closedFixture()
  const action = fixture.memory.improvements[0]?.id ?? ''
  const record = (state: 'under-way' | 'done', by: string, seen: number | null) =>
    recordOutcome(fixture.ports, { action, state, text: `${state} now`, by, seen, owner: null })
  expect(await record('under-way', 'Lin', null)).toEqual({ ok: true, value: null })
  await record('done', 'Ma', fixture.ports.clock.now())
  const outcome = { state: 'done', text: 'done now', recordedAt: fixture.ports.clock.now(), recordedBy: 'Ma' }
  expect((await fixture.ports.actions.actions(period)).improvements).toMatchObject([{ outcome }])
})

test('an outcome is fixed by the freeze and the closing of the half-year after; one under way may end later', async () => {
  const fixture = await closedFixture()
  const { ports, memory } = fixture
  fixture.setNow('2026-08-10T01:00:00Z')
  memory.facts.incidents = incidentFacts({ currentCount: 0 })
  await chooseOne(fixture, '2026-H1')
  const action = memory.improvements[0]?.id ?? ''
  const record = (state: 'under-way' | 'done') => {
    const seen = memory.outcomes.get(action)?.recordedAt ?? null
    return recordOutcome(ports, { action, state, text: 'as planned', by: 'Lin', seen, owner: null })
  }
  expect(await record('under-way')).toMatchObject({ ok: true })
  const freeze = await frozen(fixture, '2026-H1')
  expect(await record('done')).toEqual(refused('already-frozen'))
  await signAll(fixture, freeze)
  expect(await closePeriod(ports, { period: '2026-H1', freeze: freeze.id, by: deputy })).toMatchObject({ ok: true })
  expect(await record('done')).toMatchObject({ ok: true })
  expect(await record('under-way')).toEqual(refused('period-closed'))
})

test('an unknown action has no outcome', async () => {
  const { ports } = await closedFixture()
  const outcome = { state: 'done', text: 'three fields', by: 'Lin', seen: null, owner: null } as const
  expect(await recordOutcome(ports, { action: 'none', ...outcome })).toEqual(refused('action-unknown'))
})
