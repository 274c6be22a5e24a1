import { expect, test } from 'vitest'
import { deputy, director, officer, personAt, refused, scorecardFixture } from '../testing/scorecard-fixture.ts'
import { decideRuleChange } from './decide-rule-change.ts'
import { proposeRuleChange } from './propose-rule-change.ts'
import { withdrawRuleChange } from './withdraw-rule-change.ts'

async function proposedFixture() {
  const fixture = scorecardFixture()
  const what = { kind: 'setting', setting: 'pass-mark', value: 90, appliesFrom: '2026-H1' } as const
  const proposed = await proposeRuleChange(fixture.ports, { what, reason: 'more', document: null, by: officer })
  if (!proposed.ok) throw new Error(proposed.fault.code)
  const change = proposed.value.id
  const decide = () => decideRuleChange(fixture.ports, { change, confirm: true, by: deputy })
  return { ...fixture, change, decide }
}

test('only the proposer withdraws a pending change, also with another account of the same mailbox', async () => {
  const { ports, change, memory, decide } = await proposedFixture()
  const withdraw = (owner = officer) => withdrawRuleChange(ports, { change, by: owner })
  for (const owner of [deputy, director]) expect(await withdraw(owner)).toEqual(refused('not-own-change'))
  const second = personAt('officer-9', 'privacy-officer', 'officer-1')
  expect(await withdraw(second)).toEqual({ ok: true, value: null })
  expect(memory.ruleChanges).toMatchObject([
    { number: null, decided: { outcome: 'withdrawn', by: { id: 'officer-9' } } },
  ])
  for (const owner of [officer, deputy]) expect(await withdraw(owner)).toEqual(refused('change-decided'))
  expect(await decide()).toEqual(refused('change-decided'))
})

test('a change that another person decides at the same moment is not withdrawn', async () => {
  const { ports, change, decide } = await proposedFixture()
  const proposers: typeof ports.changes.proposers = async (id) => {
    await decide()
    return ports.changes.proposers(id)
  }
  const late = { ...ports, changes: { ...ports.changes, proposers } }
  expect(await withdrawRuleChange(late, { change, by: officer })).toEqual(refused('change-decided'))
})
