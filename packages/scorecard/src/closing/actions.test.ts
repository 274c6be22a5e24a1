import { improvementStore } from '@wayproof/survey/improvements/improvement-store'
import { expect, test } from 'vitest'
import { buildScorecard } from '../build-scorecard.ts'
import { readScorecard } from '../read-scorecard.ts'
import { closePeriod } from './close-period.ts'
import { freezePeriod } from './freeze-period.ts'
import { missingSteps } from './missing-steps.ts'
import { changeRemedy } from './remedies/change-remedy.ts'
import { chooseImprovement, withdrawImprovement } from './remedies/choose-improvement.ts'
import { decideRemedy, recordOutcome } from './remedies/decide-remedy.ts'
import { reopenPeriod } from './restate-period.ts'
import { sealedReport } from './seals/sealed-report.ts'
import {
  type ClosingWorld,
  completeAudit,
  FIRST,
  frozen,
  ready,
  readyWorld,
  SECOND,
  sealed,
  signAll,
} from './testing/closing-world.ts'

const period = '2025-H2'
const fault = (code: string) => ({ ok: false, fault: { code } })

test('improvements are chosen and withdrawn before the freeze, and again after the half-year is reopened', async () => {
  const world = await readyWorld()
  const ports = { ...world.ports, improvements: improvementStore(world.database) }
  const chosen = { period, text: { 'zh-CN': '一', en: 'one' }, owner: 'procurement', by: 'Lin' }
  const id = (await ports.actions.actions(period)).improvements[0]?.id ?? ''
  const both = async () => [await chooseImprovement(ports, chosen), await withdrawImprovement(ports, { id, by: 'Lin' })]
  const freeze = await frozen(world)
  expect(await both()).toMatchObject([fault('already-frozen'), fault('already-frozen')])
  await signAll(world, freeze)
  await closePeriod(world.ports, { period, freeze: freeze.id, by: SECOND })
  expect(await both()).toMatchObject([fault('period-closed'), fault('period-closed')])
  expect((await ports.actions.actions(period)).improvements).toHaveLength(1)
  await reopenPeriod(ports, { period, reason: 'late exams', by: FIRST })
  expect(await both()).toMatchObject([{ ok: true }, { ok: true, value: null }])
  expect((await ports.actions.actions(period)).improvements).toMatchObject([{ text: chosen.text }])
  expect(await withdrawImprovement(ports, { id, by: 'Lin' })).toMatchObject(fault('improvement-unknown'))
})

test('a half-year cannot be frozen before the actions of the previous one have outcomes', async () => {
  const world = await readyWorld()
  const agreed = { text: 'Read the logs', owner: 'it-security', dueOn: '2026-04-30', effect: 'no leak unseen' }
  await (await world.database.records()).agreedAction.create({
    data: { ...agreed, id: 'a', period, origin: 'meeting', originId: 'm', agreedAt: new Date(1), agreedBy: 'Lin' },
  })
  const { parts } = await sealed(world)
  expect(JSON.parse(parts.actions).agreed).toEqual([{ ...agreed, id: 'a', origin: 'meeting' }])
  world.setToday('2026-08-10')
  await ready(world, '2026-H1')
  const freeze = () => freezePeriod(world.ports, { period: '2026-H1', by: FIRST })
  expect(await freeze()).toMatchObject(fault('outcome-missing'))
  const { improvements, remedies } = await world.ports.actions.actions(period)
  const outcome = { state: 'done', text: 'three fields instead of nine', by: 'Lin', seen: null, owner: null } as const
  expect(await recordOutcome(world.ports, { action: 'nothing', ...outcome })).toMatchObject(fault('action-unknown'))
  for (const { id } of [...improvements, ...remedies]) await recordOutcome(world.ports, { action: id, ...outcome })
  expect(await freeze()).toMatchObject(fault('outcome-missing'))
  await recordOutcome(world.ports, { action: 'a', ...outcome })
  expect((await world.ports.actions.actions(period)).improvements[0]?.outcome).toMatchObject({ state: 'done' })
  expect(await freeze()).toMatchObject({ ok: true })
})

test('a remedy is due after today, and none is added to a frozen half-year', async () => {
  const world = await readyWorld()
  const decide = (dueOn: string) =>
    decideRemedy(world.ports, { period, goal: 'partner-audit', dueOn, note: 'n', action: 'a', effect: 'e', by: 'Lin' })
  expect(await decide('2026-03-10')).toMatchObject(fault('due-date-past'))
  expect(await decide('2026-03-11')).toMatchObject({ ok: true })
  await frozen(world)
  expect(await decide('2026-03-11')).toMatchObject(fault('already-frozen'))
})

test('a remedy is changed until the freeze, and its earlier text is stored', async () => {
  const world = await readyWorld()
  const remedies = async () => (await world.ports.actions.actions(period)).remedies
  const [first] = await remedies()
  if (!first) throw new Error('there is no action')
  const { id, note, action, effect, dueOn } = first
  const text = { id, note: 'two auditors were ill', action, effect, dueOn }
  const change = (more: object) => changeRemedy(world.ports, { ...text, seen: 0, by: 'Ma', ...more })
  expect(await change({ id: 'nothing' })).toEqual(fault('action-unknown'))
  expect(await change({ dueOn: '2026-03-10' })).toEqual(fault('due-date-past'))
  expect(await change({})).toEqual({ ok: true, value: null })
  expect(await change({ note: 'something else' })).toEqual(fault('remedy-changed'))
  expect((await remedies()).find((remedy) => remedy.id === id)).toEqual({
    ...first,
    note: 'two auditors were ill',
    changes: [{ note, action, effect, dueOn, changedAt: expect.any(Number), changedBy: 'Ma' }],
  })
  const freeze = await frozen(world)
  expect(JSON.parse(freeze.parts.actions).remedies.find((remedy: { id: string }) => remedy.id === id)).toEqual(
    expect.not.objectContaining({ changes: expect.anything() }),
  )
  const late = { id, note: 'late', action, effect, dueOn, seen: 1, at: 0, by: 'Ma' }
  expect(await world.ports.actions.changeRemedy(late)).toEqual(fault('already-frozen'))
  expect(await change({ seen: 1 })).toEqual(fault('already-frozen'))
  await signAll(world, freeze)
  await closePeriod(world.ports, { period, freeze: freeze.id, by: SECOND })
  expect(await change({ seen: 1 })).toEqual(fault('period-closed'))
  await reopenPeriod(world.ports, { period, reason: 'late exams', by: FIRST })
  expect(await change({ seen: 1, note: 'late exams' })).toEqual({ ok: true, value: null })
})

const reported = async ({ ports }: ClosingWorld, of = period) => {
  const before = { improvements: [], remedies: [], agreed: [] }
  const report = sealedReport(await ports.closing.seals(), of, { before, timeZone: ports.timeZone })
  if (!report) throw new Error('there is no sealed report')
  const { red, noWave, past } = report.remedies
  const goals = (remedies: readonly { readonly goal: string }[]) => remedies.map(({ goal }) => goal)
  return { red: goals(red.remedies), noWave: goals(noWave.remedies), past: goals(past) }
}

test('an action is decided on a goal that is red, and counts as such while the goal is red', async () => {
  const world = await readyWorld()
  const words = { note: 'n', action: 'a', effect: 'e', by: 'Lin', dueOn: '2029-01-01' }
  const decide = (goal: 'customer-satisfaction' | 'partner-audit') =>
    decideRemedy(world.ports, { period, goal, ...words })
  expect(await decide('customer-satisfaction')).toMatchObject(fault('remedy-not-needed'))
  expect(await decideRemedy(world.ports, { period: '2025', goal: 'partner-audit', ...words })).toMatchObject(
    fault('not-a-half-year'),
  )
  await completeAudit(world)
  expect(await decide('partner-audit')).toMatchObject(fault('remedy-not-needed'))
  await sealed(world)
  expect(await reported(world)).toEqual({ red: ['policy-publication'], noWave: [], past: ['partner-audit'] })
  // An action that was promised is followed up all the same.
  expect((await world.ports.actions.actions(period)).remedies.map(({ goal }) => goal)).toContain('partner-audit')
})

test('a half-year without a survey is closed with a note, and the report shows it', async () => {
  const world = await readyWorld()
  await world.database.write((query) => query.run(`UPDATE wave SET period = '2024-H2'`))
  const scorecard = await buildScorecard(world.ports, { period })
  if (!scorecard.ok) throw new Error(scorecard.fault.code)
  expect(missingSteps(scorecard.value, await world.ports.actions.actions(period), null)).toEqual([
    { code: 'wave-missing', goal: 'customer-satisfaction' },
  ])
  expect(await freezePeriod(world.ports, { period, by: FIRST })).toMatchObject(fault('wave-missing'))
  const words = { note: 'the mail server was down', action: 'ask in July', effect: 'an answer', by: 'Lin' }
  const decided = { period, goal: 'customer-satisfaction', dueOn: '2026-07-31', ...words } as const
  expect(await decideRemedy(world.ports, decided)).toMatchObject({ ok: true, value: { owner: 'customer-service' } })
  await sealed(world)
  expect((await reported(world)).noWave).toEqual(['customer-satisfaction'])
  const read = await readScorecard(world.ports, { period })
  expect(read.ok && read.value.verdicts[3]).toMatchObject({ verdict: 'unknown', status: 'no-data', reason: 'no-wave' })
})
