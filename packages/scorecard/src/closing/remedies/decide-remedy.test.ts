import { expect, test } from 'vitest'
import { partnerFacts, waveFacts } from '../../testing/example-facts.ts'
import {
  closedWorld,
  frozen,
  PERIOD as period,
  readyWorld,
  refused,
  type ScorecardWorld,
} from '../../testing/scorecard-world.ts'
import { type DecideRemedy, decideRemedy, recordOutcome } from './decide-remedy.ts'

const text = { note: 'late', action: 'start earlier', effect: 'all audited', dueOn: '2026-06-30' }

const decide = ({ ports }: ScorecardWorld, more: Partial<DecideRemedy> = {}) =>
  decideRemedy(ports, { period, goal: 'partner-audit', ...text, by: 'Lin', ...more })

async function redWorld() {
  const world = await readyWorld()
  world.memory.facts.partners = partnerFacts({ audited: 30, passed: 30 })
  return world
}

test('the action on a red goal belongs to the owner of the goal', async () => {
  const world = await redWorld()
  const remedy = { period, goal: 'partner-audit', ...text, owner: 'procurement', decidedBy: 'Lin' }
  expect(await decide(world)).toMatchObject({ ok: true, value: { ...remedy, decidedAt: world.ports.clock.now() } })
  expect(world.memory.remedies).toMatchObject([remedy])
})

test('a goal that is not red needs no action', async () => {
  const world = await redWorld()
  expect(await decide(world, { goal: 'staff-training' })).toEqual(refused('remedy-not-needed'))
  expect(world.memory.remedies).toEqual([])
})

test('satisfaction needs an action if no survey was held, and none while the survey is open', async () => {
  const world = await readyWorld()
  world.memory.facts.satisfaction = { wave: null, improvementChosen: false }
  expect(await decide(world, { goal: 'customer-satisfaction' })).toMatchObject({ ok: true })
  world.memory.facts.satisfaction = waveFacts([0, 0, 0, 0, 0], { open: true })
  expect(await decide(world, { goal: 'customer-satisfaction' })).toEqual(refused('remedy-not-needed'))
})

test('an action is due after today in the time zone of the organization', async () => {
  const world = await redWorld()
  world.setNow('2026-03-10T16:00:00Z')
  expect(await decide(world, { dueOn: '2026-03-11' })).toEqual(refused('due-date-past'))
  expect(await decide(world, { dueOn: '2026-03-12' })).toMatchObject({ ok: true })
})

test('an action is decided only for a half-year, and only once it has begun', async () => {
  const world = await redWorld()
  expect(await decide(world, { period: '2025' })).toMatchObject(refused('not-a-half-year'))
  expect(await decide(world, { period: '2026-H2' })).toMatchObject(refused('half-year-not-begun'))
})

test('an action is decided before the freeze, not after it and not after the closing', async () => {
  const world = await redWorld()
  await decide(world)
  await frozen(world)
  expect(await decide(world)).toEqual(refused('already-frozen'))
  expect(await decide(await closedWorld())).toEqual(refused('period-closed'))
})

test('an outcome is recorded with person and time, and a later one replaces it', async () => {
  const world = await closedWorld()
  const action = world.memory.improvements[0]?.id ?? ''
  const record = (state: 'under-way' | 'done', by: string) =>
    recordOutcome(world.ports, { action, state, text: `${state} now`, by })
  expect(await record('under-way', 'Lin')).toEqual({ ok: true, value: null })
  await record('done', 'Ma')
  const outcome = { state: 'done', text: 'done now', recordedAt: world.ports.clock.now(), recordedBy: 'Ma' }
  expect((await world.ports.actions.actions(period)).improvements).toMatchObject([{ outcome }])
})

test('an unknown action has no outcome', async () => {
  const { ports } = await closedWorld()
  const outcome = { state: 'done', text: 'three fields', by: 'Lin' } as const
  expect(await recordOutcome(ports, { action: 'none', ...outcome })).toEqual(refused('action-unknown'))
})
