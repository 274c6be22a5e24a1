import { expect, test } from 'vitest'
import {
  buyer,
  chooseOne,
  deputy,
  frozen,
  officer,
  personAt,
  refused,
  type ScorecardFixture,
  scorecardFixture,
  sealed,
  trainer,
  unconfirmed,
} from '../testing/scorecard-fixture.ts'
import { decideRuleChange } from './decide-rule-change.ts'
import { proposeRuleChange } from './propose-rule-change.ts'

async function propose(
  { ports }: ScorecardFixture,
  value = 90,
  appliesFrom = '2026-H1',
  setting = 'pass-mark' as const,
) {
  const what = { kind: 'setting', setting, value, appliesFrom } as const
  const proposed = await proposeRuleChange(ports, { what, reason: 'more', document: null, by: officer })
  if (!proposed.ok) throw new Error(proposed.fault.code)
  return proposed.value.id
}

async function proposedFixture(appliesFrom = '2026-H1') {
  const fixture = scorecardFixture()
  const change = await propose(fixture, 90, appliesFrom)
  const decide = (owner = deputy, confirm = true) => decideRuleChange(fixture.ports, { change, confirm, by: owner })
  const passMark = async (half: string) => (await fixture.ports.facts.forHalfYear(half)).definitions.rules.passMark
  return { ...fixture, change, decide, passMark }
}

test('a confirmed setting applies from its half-year on and names a new version of the rules', async () => {
  const { ports, memory, decide, passMark } = await proposedFixture()
  expect(await decide()).toEqual({ ok: true, value: 'confirmed' })
  expect([await passMark('2025-H2'), await passMark('2026-H1'), await passMark('2027-H1')]).toEqual([80, 90, 90])
  expect((await ports.facts.forHalfYear('2026-H1')).definitions.rules.version).toBe('4.1')
  const by = { id: deputy.id, name: deputy.name }
  expect(memory.ruleChanges).toMatchObject([
    { number: 1, decided: { outcome: 'confirmed', by, at: ports.clock.now() } },
  ])
})

test('confirmed settings are numbered in the order of their confirmation', async () => {
  const fixture = await proposedFixture()
  await fixture.decide()
  const change = await propose(fixture, 95)
  await decideRuleChange(fixture.ports, { change, confirm: true, by: deputy })
  expect(fixture.memory.ruleChanges.map(({ number }) => number)).toEqual([1, 2])
  expect((await fixture.ports.facts.forHalfYear('2026-H1')).definitions.rules).toMatchObject({
    version: '4.2',
    passMark: 95,
  })
})

test('a declined change has no number and leaves the rules as they are', async () => {
  const { memory, decide, passMark } = await proposedFixture()
  expect(await decide(deputy, false)).toEqual({ ok: true, value: 'declined' })
  expect(memory.ruleChanges).toMatchObject([{ number: null, decided: { outcome: 'declined' } }])
  expect(await passMark('2026-H1')).toBe(80)
})

test('a proposer decides nothing about an own proposal, not with another account of the same mailbox either', async () => {
  const { decide } = await proposedFixture()
  for (const owner of [officer, personAt('officer-9', 'privacy-officer', 'officer-1')])
    for (const confirm of [true, false]) expect(await decide(owner, confirm)).toEqual(refused('own-change'))
})

test('the owner of the goal decides nothing about its rules; the owner of another goal may', async () => {
  const { decide } = await proposedFixture()
  for (const confirm of [true, false]) expect(await decide(trainer, confirm)).toEqual(refused('owner-decides'))
  expect(await decide(buyer)).toMatchObject({ ok: true })
})

test('a person whose appointment is not confirmed decides nothing', async () => {
  const { decide } = await proposedFixture()
  for (const confirm of [true, false])
    expect(await decide(unconfirmed(deputy), confirm)).toEqual(refused('appointment-unconfirmed'))
})

test('a change is decided once', async () => {
  const { decide } = await proposedFixture()
  await decide(deputy, false)
  expect(await decide()).toEqual(refused('change-decided'))
})

test('if two people decide at the same moment, the second learns that it is decided', async () => {
  const { ports, change, decide, memory } = await proposedFixture()
  const changes: typeof ports.changes = {
    ...ports.changes,
    standing: async () => {
      await decide(buyer, false)
      return ports.changes.standing()
    },
  }
  const outcome = await decideRuleChange({ ...ports, changes }, { change, confirm: true, by: deputy })
  expect(outcome).toEqual(refused('decided-meanwhile'))
  expect(memory.ruleChanges).toMatchObject([{ decided: { outcome: 'declined' } }])
})

test('a half-year that was frozen or closed since the proposal keeps its rules; the proposal can be declined', async () => {
  const fixture = await proposedFixture('2025-H2')
  await chooseOne(fixture)
  await frozen(fixture)
  expect(await fixture.decide()).toEqual(refused('applies-to-frozen'))
  fixture.memory.freezes = []
  await sealed(fixture)
  expect(await fixture.decide()).toEqual(refused('applies-to-sealed'))
  expect(await fixture.decide(deputy, false)).toMatchObject({ ok: true })
})

test('a freeze at the same moment as the confirmation wins', async () => {
  const fixture = await proposedFixture('2025-H2')
  const { ports, change } = fixture
  await chooseOne(fixture)
  const standing: typeof ports.changes.standing = async () => {
    const before = await ports.changes.standing()
    await frozen(fixture)
    return before
  }
  const late = { ...ports, changes: { ...ports.changes, standing } }
  expect(await decideRuleChange(late, { change, confirm: true, by: deputy })).toEqual(refused('decided-meanwhile'))
  expect(await fixture.passMark('2025-H2')).toBe(80)
})
