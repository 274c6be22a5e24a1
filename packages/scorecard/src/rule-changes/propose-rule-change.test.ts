import { expect, test } from 'vitest'
import {
  chooseOne,
  closedFixture,
  deputy,
  frozen,
  officer,
  refused,
  type ScorecardFixture,
  scorecardFixture,
  trainer,
  unconfirmed,
} from '../testing/scorecard-fixture.ts'
import { decideRuleChange } from './decide-rule-change.ts'
import { type ProposedChange, type ProposeRuleChange, proposeRuleChange } from './propose-rule-change.ts'
import type { SettingId } from './setting.ts'

const reason = 'the board wants more'
const setting = (id: SettingId, value: number | null, appliesFrom = '2026-H1') =>
  ({ kind: 'setting', setting: id, value, appliesFrom }) as const
const row = (key: string, appliesFrom = '2026-H1', kind: 'exclusion' | 'readmission' = 'exclusion') =>
  ({ kind, goal: 'partner-audit', row: key, appliesFrom }) as const

const propose = ({ ports }: ScorecardFixture, proposedChange: ProposedChange, more: Partial<ProposeRuleChange> = {}) =>
  proposeRuleChange(ports, { what: proposedChange, reason, document: null, by: officer, ...more })

async function confirmed(fixture: ScorecardFixture, proposedChange: ProposedChange) {
  const proposed = await propose(fixture, proposedChange)
  if (!proposed.ok) throw new Error(proposed.fault.code)
  const outcome = await decideRuleChange(fixture.ports, { change: proposed.value.id, confirm: true, by: deputy })
  if (!outcome.ok) throw new Error(outcome.fault.code)
}

/** A fixture whose partner register knows Vela. */
function partnerFixture() {
  const fixture = scorecardFixture()
  fixture.memory.labels['partner-audit'].set('vela', 'Vela Hotels')
  return fixture
}

test('a proposal is stored with the officer, the reason and the time, and changes nothing yet', async () => {
  const fixture = scorecardFixture()
  const { ports, memory } = fixture
  const change = {
    what: setting('pass-mark', 90),
    reason,
    document: 'minutes 4',
    proposedBy: { id: officer.id, name: officer.name },
    proposedAt: ports.clock.now(),
    decided: null,
    number: null,
  }
  const proposed = await propose(fixture, change.what, { reason: ` ${reason}\n`, document: ' minutes 4 ' })
  expect(proposed).toMatchObject({ ok: true, value: change })
  expect(memory.ruleChanges).toMatchObject([change])
  expect((await ports.facts.forHalfYear('2026-H1')).definitions.rules.passMark).toBe(80)
})

test('an officer whose appointment is not confirmed proposes nothing', async () => {
  const fixture = scorecardFixture()
  const outcome = await propose(fixture, setting('pass-mark', 90), { by: unconfirmed(officer) })
  expect(outcome).toEqual(refused('appointment-unconfirmed'))
})

test('a proposal needs a reason and a half-year', async () => {
  const fixture = scorecardFixture()
  expect(await propose(fixture, setting('pass-mark', 90), { reason: ' ' })).toEqual(refused('reason-missing'))
  expect(await propose(fixture, setting('pass-mark', 90, '2026'))).toMatchObject(refused('not-a-half-year'))
})

test.each([
  ['below the lowest value', 'pass-mark', 49],
  ['above the highest value', 'pass-mark', 101],
  ['between two whole numbers', 'pass-mark', 80.5],
  ['that is missing', 'pass-mark', null],
  ['that would show fewer than 5 people', 'smallest-group', 4],
] as const)('a value %s is refused', async (_, id, value) => {
  expect(await propose(scorecardFixture(), setting(id, value))).toMatchObject({
    ok: false,
    fault: { code: 'setting-out-of-range', figures: { lowest: expect.any(Number), highest: expect.any(Number) } },
  })
})

test.each([
  ['pass-mark', 50],
  ['pass-mark', 100],
  ['smallest-group', 6],
] as const)('%s may be %d', async (id, value) => {
  expect(await propose(scorecardFixture(), setting(id, value))).toMatchObject({ ok: true })
})

test('fewer than 100 answers need a document', async () => {
  const fixture = scorecardFixture()
  const fewer = setting('minimum-answers', 99)
  expect(await propose(fixture, fewer)).toEqual(refused('document-missing'))
  expect(await propose(fixture, fewer, { document: '  ' })).toEqual(refused('document-missing'))
  expect(await propose(fixture, fewer, { document: 'minutes 4' })).toMatchObject({ ok: true })
})

test('a value that already applies in the half-year is no change', async () => {
  const fixture = scorecardFixture()
  expect(await propose(fixture, setting('pass-mark', 80))).toEqual(refused('setting-unchanged'))
  await confirmed(fixture, setting('pass-mark', 90))
  expect(await propose(fixture, setting('pass-mark', 90, '2026-H2'))).toEqual(refused('setting-unchanged'))
  expect(await propose(fixture, setting('pass-mark', 80))).toMatchObject({ ok: true })
})

test('a baseline is a past year of the incident register, or none', async () => {
  const fixture = scorecardFixture()
  fixture.memory.incidentsSince = 2024
  expect(await propose(fixture, setting('baseline-year', 2026))).toEqual(refused('baseline-not-past'))
  expect(await propose(fixture, setting('baseline-year', 2023))).toEqual(refused('baseline-without-data'))
  expect(await propose(fixture, setting('baseline-year', null))).toEqual(refused('setting-unchanged'))
  await confirmed(fixture, setting('baseline-year', 2024))
  expect(await propose(fixture, setting('baseline-year', null))).toMatchObject({ ok: true })
})

test('a change applies from the last ended half-year at the earliest and from the next one at the latest', async () => {
  const from = (half: string) => propose(scorecardFixture(), setting('pass-mark', 90, half))
  expect(await from('2025-H1')).toEqual(refused('applies-too-early'))
  for (const half of ['2025-H2', '2026-H1', '2026-H2']) expect(await from(half)).toMatchObject({ ok: true })
  expect(await from('2027-H1')).toEqual(refused('applies-too-late'))
})

test('a change never applies to a frozen or closed half-year', async () => {
  const fixture = scorecardFixture()
  await chooseOne(fixture)
  await frozen(fixture)
  expect(await propose(fixture, setting('pass-mark', 90, '2025-H2'))).toEqual(refused('applies-to-frozen'))
  const closed = await closedFixture()
  expect(await propose(closed, setting('pass-mark', 90, '2025-H2'))).toEqual(refused('applies-to-sealed'))
  expect(await propose(closed, setting('pass-mark', 90))).toMatchObject({ ok: true })
})

test('once the survey of a half-year has opened, its satisfaction target cannot move', async () => {
  const fixture = scorecardFixture()
  fixture.memory.surveyed.add('2026-H1')
  expect(await propose(fixture, setting('satisfaction-target', 80))).toEqual(refused('applies-to-asked'))
  expect(await propose(fixture, setting('satisfaction-target', 80, '2026-H2'))).toMatchObject({ ok: true })
  expect(await propose(fixture, setting('training-target', 90))).toMatchObject({ ok: true })
})

test('a change cannot apply before a later change that is confirmed already', async () => {
  const fixture = scorecardFixture()
  await confirmed(fixture, setting('pass-mark', 90, '2026-H2'))
  expect(await propose(fixture, setting('partner-grace', 60))).toEqual(refused('applies-before-latest'))
})

test('one setting, or one row, has one pending proposal', async () => {
  const fixture = partnerFixture()
  await propose(fixture, setting('pass-mark', 90))
  expect(await propose(fixture, setting('pass-mark', 95))).toEqual(refused('change-waits'))
  expect(await propose(fixture, setting('partner-grace', 60))).toMatchObject({ ok: true })
  await propose(fixture, row('vela'))
  expect(await propose(fixture, row('vela'))).toEqual(refused('change-waits'))
})

test('a row is excluded under the name that the register has for it, if it has one', async () => {
  const fixture = partnerFixture()
  expect(await propose(fixture, row('nobody'))).toEqual(refused('row-not-registered'))
  expect(await propose(fixture, row('vela'))).toMatchObject({ ok: true, value: { what: { label: 'Vela Hotels' } } })
})

test('a row is excluded while it counts, and readmitted while it does not', async () => {
  const fixture = partnerFixture()
  expect(await propose(fixture, row('vela', '2026-H1', 'readmission'))).toEqual(refused('not-excluded'))
  await confirmed(fixture, row('vela'))
  expect(await propose(fixture, row('vela'))).toEqual(refused('already-excluded'))
  expect(await propose(fixture, row('vela', '2026-H1', 'readmission'))).toMatchObject({ ok: true })
})

test('a row is not excluded from a half-year that has not begun', async () => {
  expect(await propose(partnerFixture(), row('vela', '2026-H2'))).toEqual(refused('applies-too-late'))
})

test('an owner may propose too', async () => {
  const outcome = await propose(scorecardFixture(), setting('pass-mark', 90), { by: trainer })
  expect(outcome).toMatchObject({ ok: true, value: { proposedBy: { id: trainer.id } } })
})
