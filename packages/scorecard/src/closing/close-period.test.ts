import { expect, test } from 'vitest'
import { partnerFacts } from '../testing/example-facts.ts'
import {
  buyer,
  closedFixture,
  deputy,
  frozen,
  officer,
  PERIOD as period,
  personAt,
  readyFixture,
  refused,
  sealed,
  signAll,
  trainer,
  unconfirmed,
} from '../testing/scorecard-fixture.ts'
import { closePeriod } from './close-period.ts'
import { decideRemedy } from './remedies/decide-remedy.ts'
import { reopenPeriod } from './restate-period.ts'
import { headCode } from './seals/head-code.ts'
import { headOf, NO_HEAD, readStatement } from './seals/seal.ts'

async function signedFixture() {
  const fixture = await readyFixture()
  const freeze = await frozen(fixture)
  await signAll(fixture, freeze)
  const close = (owner = deputy, id = freeze.id) => closePeriod(fixture.ports, { period, freeze: id, by: owner })
  return { ...fixture, freeze, close }
}

test('a half-year that is not frozen cannot be closed, nor under another freeze than the closer saw', async () => {
  const { ports } = await readyFixture()
  expect(await closePeriod(ports, { period, freeze: 'none', by: deputy })).toEqual(refused('not-frozen'))
  const { close } = await signedFixture()
  expect(await close(deputy, 'an older one')).toEqual(refused('not-frozen'))
})

test('all owners must have signed before anyone closes', async () => {
  const fixture = await signedFixture()
  const [last] = fixture.memory.signatures.slice(-1)
  fixture.memory.signatures = fixture.memory.signatures.slice(0, -1)
  expect(await fixture.close()).toEqual(refused('unsigned'))
  if (last) fixture.memory.signatures = [...fixture.memory.signatures, last]
  expect(await fixture.close()).toMatchObject({ ok: true })
})

test('anyone who froze or signed the half-year does not close it, not with another account of the same mailbox either', async () => {
  const { close } = await signedFixture()
  for (const owner of [officer, trainer, buyer]) expect(await close(owner)).toEqual(refused('second-person-needed'))
  const second = personAt('officer-9', 'privacy-officer', 'procurement')
  expect(await close(second)).toEqual(refused('second-person-needed'))
})

test('anyone who reopened the half-year does not close the correction', async () => {
  const fixture = await closedFixture()
  await reopenPeriod(fixture.ports, { period, reason: 'late exams', by: deputy })
  const freeze = await frozen(fixture)
  await signAll(fixture, freeze)
  const close = (owner: typeof deputy) => closePeriod(fixture.ports, { period, freeze: freeze.id, by: owner })
  expect(await close(deputy)).toEqual(refused('second-person-needed'))
  expect(await close(personAt('officer-3', 'privacy-officer'))).toMatchObject({ ok: true, value: { version: 2 } })
})

test('a person whose appointment is not confirmed closes nothing', async () => {
  const { close } = await signedFixture()
  expect(await close(unconfirmed(deputy))).toEqual(refused('appointment-unconfirmed'))
})

test('a clock that is more than a minute off closes nothing', async () => {
  const { close, setClockOffset, memory } = await signedFixture()
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
  const { close } = await signedFixture()
  const outcome = await close()
  expect(outcome.ok && readStatement(outcome.value)).toMatchObject({ clockOffset: null })
})

test('a clock behind the last seal closes nothing; at the same moment it may', async () => {
  const fixture = await closedFixture()
  await reopenPeriod(fixture.ports, { period, reason: 'late exams', by: officer })
  const freeze = await frozen(fixture)
  await signAll(fixture, freeze)
  const close = () => closePeriod(fixture.ports, { period, freeze: freeze.id, by: deputy })
  fixture.setNow('2026-03-10T00:59:59.999Z')
  expect(await close()).toEqual(refused('clock-behind'))
  fixture.setNow('2026-03-10T01:00:00Z')
  expect(await close()).toMatchObject({ ok: true })
})

test('a seal covers what the owners signed, even if the registers say something else by then', async () => {
  const { memory, freeze, close } = await signedFixture()
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
  const { ports, setNow, close } = await signedFixture()
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
  const fixture = await closedFixture()
  const first = fixture.seal
  expect(first).toMatchObject({ number: 1, version: 1, told: 0, head: headOf(NO_HEAD, first.statement) })
  await reopenPeriod(fixture.ports, { period, reason: 'late exams', by: officer })
  const second = await sealed(fixture)
  expect(second).toMatchObject({ number: 2, version: 2, head: headOf(first.head, second.statement) })
})

test('a closed half-year cannot be closed again', async () => {
  const { memory, freeze, close } = await signedFixture()
  await close()
  expect(await close()).toEqual(refused('period-closed'))
  memory.reopenings = [
    { id: 'r', period, version: 2, reason: 'late', at: 1, by: officer, hand: { id: 'x', mailbox: null } },
  ]
  expect(await close(deputy, freeze.id)).toEqual(refused('not-frozen'))
})

test('if two people close at the same moment, the second learns that it is closed', async () => {
  const { ports, freeze, close, memory } = await signedFixture()
  const clockOffset = async () => {
    await close()
    return null
  }
  const outcome = await closePeriod({ ...ports, clockOffset }, { period, freeze: freeze.id, by: deputy })
  expect(outcome).toEqual(refused('closed-meanwhile'))
  expect(memory.seals).toHaveLength(1)
})

test('the first closing mails no restatement', async () => {
  const { memory } = await closedFixture()
  expect(memory.restatements).toEqual([])
})

test('a correction mails the reason and every changed figure to the readers of the summary', async () => {
  const fixture = await closedFixture()
  const { ports, memory } = fixture
  memory.summaryReaders = 3
  memory.facts.partners = partnerFacts({ audited: 30, passed: 30 })
  await reopenPeriod(ports, { period, reason: 'an audit was counted twice', by: officer })
  const promise = { note: 'late', action: 'start earlier', effect: 'all', dueOn: '2026-06-30', by: 'officer' }
  await decideRemedy(ports, { period, goal: 'partner-audit', ...promise })
  const { told, head } = await sealed(fixture)
  expect(told).toBe(3)
  expect(memory.restatements).toMatchObject([
    { period, version: 2, reason: 'an audit was counted twice', code: headCode(head) },
  ])
  const changes = memory.restatements[0]?.changes ?? []
  expect(changes).toContainEqual({ goal: 'partner-audit', figure: 'verdict', from: 'met', to: 'missed' })
  expect(changes).toContainEqual({ goal: 'partner-audit', figure: 'counted', from: 40, to: 30 })
  expect(new Set(changes.map(({ goal }) => goal))).toEqual(new Set(['partner-audit']))
})
