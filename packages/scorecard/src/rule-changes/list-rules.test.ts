import { expect, test } from 'vitest'
import {
  buyer,
  deputy,
  director,
  officer,
  type ScorecardFixture,
  scorecardFixture,
  trainer,
  unconfirmed,
} from '../testing/scorecard-fixture.ts'
import { decideRuleChange } from './decide-rule-change.ts'
import { listRules } from './list-rules.ts'
import { proposeRuleChange } from './propose-rule-change.ts'
import { readRules } from './read-rules.ts'

async function propose({ ports }: ScorecardFixture, value: number, appliesFrom = '2026-H1') {
  const what = { kind: 'setting', setting: 'pass-mark', value, appliesFrom } as const
  const proposed = await proposeRuleChange(ports, { what, reason: 'more', document: null, by: officer })
  if (!proposed.ok) throw new Error(proposed.fault.code)
  return proposed.value.id
}

async function confirmed(fixture: ScorecardFixture, value: number, appliesFrom?: string) {
  const change = await propose(fixture, value, appliesFrom)
  await decideRuleChange(fixture.ports, { change, confirm: true, by: deputy })
}

const passMark = async ({ ports }: ScorecardFixture) =>
  (await listRules(ports, { by: officer })).settings.find(({ id }) => id === 'pass-mark')

test('every setting is listed with its owner, value and the half-year since which it has that value', async () => {
  const fixture = scorecardFixture()
  expect(await passMark(fixture)).toMatchObject({ owner: 'human-resources', value: 80, since: null })
  await confirmed(fixture, 90, '2025-H2')
  await confirmed(fixture, 95)
  expect(await passMark(fixture)).toMatchObject({ value: 95, since: '2026-H1' })
  expect(await listRules(fixture.ports, { by: officer })).toMatchObject({ half: '2026-H1', version: '4.2', coming: [] })
})

test('a change for a half-year that has not begun is listed as coming, and does not apply yet', async () => {
  const fixture = scorecardFixture()
  await confirmed(fixture, 90, '2026-H2')
  expect(await passMark(fixture)).toMatchObject({ value: 80, since: null })
  expect((await readRules(fixture.ports)).passMark).toBe(80)
  expect(await listRules(fixture.ports, { by: officer })).toMatchObject({
    coming: [{ setting: 'pass-mark', value: 90, appliesFrom: '2026-H2', number: 1 }],
  })
  fixture.setNow('2026-06-30T16:00:00Z')
  expect(await passMark(fixture)).toMatchObject({ value: 90, since: '2026-H2' })
  expect((await readRules(fixture.ports)).passMark).toBe(90)
})

test('each reader sees which pending changes are their own and which they may decide', async () => {
  const fixture = scorecardFixture()
  await propose(fixture, 90)
  const seen = async (owner: typeof officer) => {
    const [waitingChange] = (await listRules(fixture.ports, { by: owner })).waiting
    return waitingChange && [waitingChange.mine, waitingChange.mayDecide]
  }
  expect(await seen(officer)).toEqual([true, false])
  expect(await seen(trainer)).toEqual([false, false])
  expect(await seen(director)).toEqual([false, false])
  expect(await seen(unconfirmed(deputy))).toEqual([false, false])
  for (const owner of [deputy, buyer]) expect(await seen(owner)).toEqual([false, true])
})

test('a decided change moves from the pending ones into the history', async () => {
  const fixture = scorecardFixture()
  const change = await propose(fixture, 90)
  const ids = async () => {
    const { waiting, history } = await listRules(fixture.ports, { by: officer })
    return [waiting.map((waitingChange) => waitingChange.change.id), history.map(({ id }) => id)]
  }
  expect(await ids()).toEqual([[change], []])
  await decideRuleChange(fixture.ports, { change, confirm: false, by: deputy })
  expect(await ids()).toEqual([[], [change]])
})

test('a change may apply from the last ended half-year, this one and the next, but only after those frozen or closed', async () => {
  const fixture = scorecardFixture()
  const open = async () => (await listRules(fixture.ports, { by: officer })).openHalfYears
  expect(await open()).toEqual(['2025-H2', '2026-H1', '2026-H2'])
  const hand = { id: officer.id, mailbox: null }
  const parts = { figures: '', definitions: '', evidence: '', actions: '' }
  fixture.memory.freezes = [
    { id: 'f', period: '2025-H2', version: 1, parts, frozenAt: 1, frozenBy: officer, hand, missing: [] },
  ]
  expect(await open()).toEqual(['2026-H1', '2026-H2'])
})
