import { expect, test } from 'vitest'
import { partnerFacts } from '../testing/example-facts.ts'
import {
  buyer,
  closedWorld,
  deputy,
  frozen,
  officer,
  PERIOD as period,
  personAt,
  readyWorld,
  refused,
  sealed,
  signAll,
  trainer,
  unconfirmed,
} from '../testing/scorecard-world.ts'
import { closePeriod } from './close-period.ts'
import { decideRemedy } from './remedies/decide-remedy.ts'
import { reopenPeriod } from './restate-period.ts'
import { headCode } from './seals/head-code.ts'
import { headOf, NO_HEAD, readStatement } from './seals/seal.ts'

async function signedWorld() {
  const world = await readyWorld()
  const freeze = await frozen(world)
  await signAll(world, freeze)
  const close = (owner = deputy, id = freeze.id) => closePeriod(world.ports, { period, freeze: id, by: owner })
  return { ...world, freeze, close }
}

test('a half-year that is not frozen cannot be closed, nor under another freeze than the closer saw', async () => {
  const { ports } = await readyWorld()
  expect(await closePeriod(ports, { period, freeze: 'none', by: deputy })).toEqual(refused('not-frozen'))
  const { close } = await signedWorld()
  expect(await close(deputy, 'an older one')).toEqual(refused('not-frozen'))
})

test('all owners must have signed before anyone closes', async () => {
  const world = await signedWorld()
  const [last] = world.memory.signatures.slice(-1)
  world.memory.signatures = world.memory.signatures.slice(0, -1)
  expect(await world.close()).toEqual(refused('unsigned'))
  if (last) world.memory.signatures = [...world.memory.signatures, last]
  expect(await world.close()).toMatchObject({ ok: true })
})

test('anyone who froze or signed the half-year does not close it, not with another account of the same mailbox either', async () => {
  const { close } = await signedWorld()
  for (const owner of [officer, trainer, buyer]) expect(await close(owner)).toEqual(refused('second-person-needed'))
  const second = personAt('officer-9', 'privacy-officer', 'procurement')
  expect(await close(second)).toEqual(refused('second-person-needed'))
})

test('anyone who reopened the half-year does not close the correction', async () => {
  const world = await closedWorld()
  await reopenPeriod(world.ports, { period, reason: 'late exams', by: deputy })
  const freeze = await frozen(world)
  await signAll(world, freeze)
  const close = (owner: typeof deputy) => closePeriod(world.ports, { period, freeze: freeze.id, by: owner })
  expect(await close(deputy)).toEqual(refused('second-person-needed'))
  expect(await close(personAt('officer-3', 'privacy-officer'))).toMatchObject({ ok: true, value: { version: 2 } })
})

test('a person whose appointment is not confirmed closes nothing', async () => {
  const { close } = await signedWorld()
  expect(await close(unconfirmed(deputy))).toEqual(refused('appointment-unconfirmed'))
})

test('a clock that is more than a minute off closes nothing', async () => {
  const { close, setClockOffset, memory } = await signedWorld()
  for (const offset of [60_001, -60_001]) {
    setClockOffset(offset)
    expect(await close()).toEqual(refused('clock-off'))
  }
  expect(memory.seals).toEqual([])
  setClockOffset(-60_000)
  const outcome = await close()
  expect(outcome.ok && readStatement(outcome.value)).toMatchObject({ clockOffset: -60_000 })
})

test('a clock without a reference may close, and the seal says that its offset is unknown', async () => {
  const { close } = await signedWorld()
  const outcome = await close()
  expect(outcome.ok && readStatement(outcome.value)).toMatchObject({ clockOffset: null })
})

test('a clock behind the last seal closes nothing; at the same moment it may', async () => {
  const world = await closedWorld()
  await reopenPeriod(world.ports, { period, reason: 'late exams', by: officer })
  const freeze = await frozen(world)
  await signAll(world, freeze)
  const close = () => closePeriod(world.ports, { period, freeze: freeze.id, by: deputy })
  world.setNow('2026-03-10T00:59:59.999Z')
  expect(await close()).toEqual(refused('clock-behind'))
  world.setNow('2026-03-10T01:00:00Z')
  expect(await close()).toMatchObject({ ok: true })
})

test('a seal covers what the owners signed, even if the registers say something else by then', async () => {
  const { memory, freeze, close } = await signedWorld()
  memory.facts.partners = partnerFacts({ audited: 10 })
  const outcome = await close()
  expect(outcome.ok && JSON.parse(outcome.value.parts.figures).standing).toMatchObject({ missed: [] })
  expect(outcome.ok && outcome.value.parts).toMatchObject({
    definitions: freeze.parts.definitions,
    evidence: freeze.parts.evidence,
    actions: freeze.parts.actions,
  })
})

test('a seal names everyone who froze, signed and closed, each with the time', async () => {
  const { ports, setNow, close } = await signedWorld()
  const frozenAt = ports.clock.now()
  setNow('2026-03-12T01:00:00Z')
  const outcome = await close()
  if (!outcome.ok) throw new Error(outcome.fault.code)
  expect(JSON.parse(outcome.value.parts.signatures)).toEqual({
    frozen: { id: officer.id, name: officer.name, at: frozenAt },
    goals: expect.arrayContaining([
      { goal: 'staff-training', owner: 'human-resources', id: trainer.id, name: trainer.name, at: frozenAt },
    ]),
    closed: { id: deputy.id, name: deputy.name, at: ports.clock.now() },
    reopened: null,
  })
})

test('each seal continues the chain from the head before it', async () => {
  const world = await closedWorld()
  const first = world.seal
  expect(first).toMatchObject({ number: 1, version: 1, told: 0, head: headOf(NO_HEAD, first.statement) })
  await reopenPeriod(world.ports, { period, reason: 'late exams', by: officer })
  const second = await sealed(world)
  expect(second).toMatchObject({ number: 2, version: 2, head: headOf(first.head, second.statement) })
})

test('a closed half-year cannot be closed again', async () => {
  const { memory, freeze, close } = await signedWorld()
  await close()
  expect(await close()).toEqual(refused('period-closed'))
  memory.reopenings = [
    { id: 'r', period, version: 2, reason: 'late', at: 1, by: officer, hand: { id: 'x', mailbox: null } },
  ]
  expect(await close(deputy, freeze.id)).toEqual(refused('not-frozen'))
})

test('if two people close at the same moment, the second learns that it is closed', async () => {
  const { ports, freeze, close, memory } = await signedWorld()
  const clockOffset = async () => {
    await close()
    return null
  }
  const outcome = await closePeriod({ ...ports, clockOffset }, { period, freeze: freeze.id, by: deputy })
  expect(outcome).toEqual(refused('closed-meanwhile'))
  expect(memory.seals).toHaveLength(1)
})

test('the first closing mails no restatement', async () => {
  const { memory } = await closedWorld()
  expect(memory.restatements).toEqual([])
})

test('a correction mails the reason and every changed figure to the readers of the summary', async () => {
  const world = await closedWorld()
  const { ports, memory } = world
  memory.summaryReaders = 3
  memory.facts.partners = partnerFacts({ audited: 30, passed: 30 })
  await reopenPeriod(ports, { period, reason: 'an audit was counted twice', by: officer })
  const promise = { note: 'late', action: 'start earlier', effect: 'all', dueOn: '2026-06-30', by: 'officer' }
  await decideRemedy(ports, { period, goal: 'partner-audit', ...promise })
  const { told, head } = await sealed(world)
  expect(told).toBe(3)
  expect(memory.restatements).toMatchObject([
    { period, version: 2, reason: 'an audit was counted twice', code: headCode(head) },
  ])
  const changes = memory.restatements[0]?.changes ?? []
  expect(changes).toContainEqual({ goal: 'partner-audit', figure: 'verdict', from: 'met', to: 'missed' })
  expect(changes).toContainEqual({ goal: 'partner-audit', figure: 'counted', from: 40, to: 30 })
  expect(new Set(changes.map(({ goal }) => goal))).toEqual(new Set(['partner-audit']))
})
