import { randomUUID } from 'node:crypto'
import { allowRuleChanges } from '@wayproof/database/testing/allow-rule-changes'
import { saveRegister } from '@wayproof/evidence/testing/save-register'
import { retentionStore } from '@wayproof/operations/retention/retention-store'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildScorecard } from '../build-scorecard.ts'
import { freezePeriod } from '../closing/freeze-period.ts'
import type { OwningPerson } from '../closing/period-close.ts'
import { reopenPeriod } from '../closing/restate-period.ts'
import { type ClosingWorld, closingWorld, FIRST, ready, sealed } from '../closing/testing/closing-world.ts'
import { tamper } from '../closing/testing/tamper.ts'
import { verifySealsOf } from '../closing/testing/verify-seals-of.ts'
import { GOALS, OWNERS } from '../goals/goal.ts'
import { missingRows } from '../goals/list-missing-rows.ts'
import { decideRuleChange } from '../rule-changes/decide-rule-change.ts'
import { listRules } from '../rule-changes/list-rules.ts'
import type { RuleChangePorts } from '../rule-changes/ports.ts'
import { type ProposedChange, proposeRuleChange } from '../rule-changes/propose-rule-change.ts'
import type { RowGoal, SettingChange } from '../rule-changes/rule-change.ts'
import { SETTING_IDS, SETTINGS, type SettingId } from '../rule-changes/setting.ts'
import { withdrawRuleChange } from '../rule-changes/withdraw-rule-change.ts'
import { RULES } from '../rules.ts'
import { traceFigure } from '../sample/trace-figure.ts'
import { ruleChangeStore } from './rule-change-store.ts'
import { waveRuleStore } from './wave-rules.ts'

const person = (id: string, owner: OwningPerson['owner'], mailbox = id): OwningPerson => {
  return { id, name: id, owner, mailbox: Buffer.from(mailbox), confirmed: true }
}
const OFFICER = person('officer-1', 'privacy-officer')
const OTHER_OFFICER = person('officer-2', 'privacy-officer')
const HR = person('hr', 'human-resources')

interface World extends ClosingWorld {
  readonly changing: RuleChangePorts
}

async function world(today = '2026-03-10'): Promise<World> {
  const closing = await closingWorld(today)
  const { facts, clock, timeZone } = closing.ports
  const changes = ruleChangeStore(closing.database)
  return { ...closing, changing: { changes, facts, clock, timeZone, ids: { next: () => randomUUID() } } }
}

const change = (setting: SettingId, value: number | null, appliesFrom = '2026-H1'): SettingChange => {
  return { kind: 'setting', setting, value, appliesFrom }
}

const propose = ({ changing }: World, what: ProposedChange, more: { reason?: string; document?: string | null } = {}) =>
  proposeRuleChange(changing, { what, reason: 'the board wants more', document: null, by: OFFICER, ...more })

/** Proposed by an officer, and confirmed by a person who does not own the goal. */
async function confirmed(of: World, what: ProposedChange): Promise<void> {
  const proposed = await propose(of, what)
  if (!proposed.ok) throw new Error(proposed.fault.code)
  const goal = what.kind === 'setting' ? SETTINGS[what.setting].goal : what.goal
  const by = goal === 'policy-publication' ? HR : OTHER_OFFICER
  const decided = await decideRuleChange(of.changing, { change: proposed.value.id, confirm: true, by })
  if (!decided.ok) throw new Error(decided.fault.code)
}

async function training({ ports }: World, period: string) {
  const built = await buildScorecard(ports, { period })
  if (!built.ok) throw new Error(built.fault.code)
  const { ruleVersion, verdicts } = built.value
  const { target, verdict, figures, ...rest } = verdicts[1] ?? verdicts[0]!
  return { version: ruleVersion, ofVerdict: rest.ruleVersion, target, verdict, figures }
}

test('a confirmed change applies from its half-year on, has a version, and does not change earlier half-years', async () => {
  const of = await world()
  const before = await training(of, '2025-H2')
  await confirmed(of, change('training-target', 99))
  expect(await training(of, '2025-H2')).toEqual(before)
  expect(await training(of, '2026-H1')).toMatchObject({ version: '4.1', ofVerdict: '4.1', target: 0.99 })
  // Nobody in the sample reaches 100 points.
  await confirmed(of, change('pass-mark', 100))
  const facts = await of.ports.facts.forHalfYear('2026-H1')
  const { passed } = await facts.training({ kind: 'quarter', year: 2025, index: 4 }, '2025-12-31')
  expect(passed).toBe(0)
  const inAugust = { ...of, ports: { ...of.ports, clock: { now: () => Date.UTC(2026, 7, 1) } } }
  expect(await training(inAugust, '2026-H2')).toMatchObject({ version: '4.2', target: 0.99 })
  expect(before).toMatchObject({ version: '4', ofVerdict: '4', target: 0.95 })
})

test('every setting changes the definitions of the goals, and only those', async () => {
  const of = await world()
  for (const [i, setting] of SETTING_IDS.entries()) {
    const value =
      setting === 'baseline-year' ? 2024 : SETTINGS[setting].lowest + 1 + (SETTINGS[setting].documentedBelow ?? 0)
    await confirmed(of, change(setting, value))
    const listed = await listRules(of.changing, { by: OFFICER })
    expect(listed.version).toBe(`4.${i + 1}`)
    const changed = listed.settings.filter(({ since }) => since !== null)
    expect(changed.map(({ id }) => id).sort()).toEqual(SETTING_IDS.slice(0, i + 1).toSorted())
    expect(listed.settings.find(({ id }) => id === setting)).toMatchObject({ value, since: '2026-H1' })
  }
  const { rules, targets, baselineYear } = (await of.ports.facts.forHalfYear('2026-H1')).definitions
  expect({ ...rules, baselineYear }).toEqual({
    version: '4.14',
    passMark: 51,
    minimumTenureDays: 2,
    policyGraceDays: 1,
    policyCheckDays: 2,
    policyDueMonths: 2,
    partnerGraceDays: 1,
    smallestGroup: 6,
    minimumForStatus: 131,
    baselineYear: 2024,
  })
  expect(GOALS.map((goal) => targets[goal].numerator)).toEqual([51, 51, 11, 51, 51])
  const asked = await waveRuleStore(of.database).rulesInForce('2026-H1', RULES)
  expect(asked).toEqual({ version: '4.14', minimumForStatus: 131, smallestGroup: 6 })
  expect(await waveRuleStore(of.database).rulesInForce('2025-H2', RULES)).toMatchObject({
    version: '4',
    smallestGroup: 5,
  })
})

test('one of two concurrent decisions is refused because the other was first', async () => {
  const of = await world()
  const proposed = await propose(of, change('pass-mark', 90))
  const id = proposed.ok ? proposed.value.id : ''
  const deciders = [OTHER_OFFICER, person('buyer', 'procurement')]
  const { changes } = of.changing
  const { promise: bothHaveRead, resolve } = Promise.withResolvers<void>()
  let waiting = 0
  const decide: typeof changes.decide = async (...decision) => {
    waiting += 1
    if (waiting === deciders.length) resolve()
    await bothHaveRead
    return changes.decide(...decision)
  }
  const changing = { ...of.changing, changes: { ...changes, decide } }
  const outcomes = await Promise.all(
    deciders.map((by) => decideRuleChange(changing, { change: id, confirm: true, by })),
  )
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ fault: { code: 'decided-meanwhile' } })
})

test('the proposer, a user of the same mailbox and the owner of the goal can neither confirm nor decline', async () => {
  const of = await world()
  const deciders = [...new Set(Object.values(OWNERS))].map((owner) => person(`a ${owner}`, owner))
  for (const setting of [
    'publication-target',
    'pass-mark',
    'incident-target',
    'smallest-group',
    'partner-grace',
  ] as const) {
    const proposed = await propose(of, change(setting, SETTINGS[setting].lowest + 2))
    const id = proposed.ok ? proposed.value.id : ''
    const decide = (by: OwningPerson, confirm = true) => decideRuleChange(of.changing, { change: id, confirm, by })
    const own = [OFFICER, person('a second account', 'customer-service', 'officer-1')]
    for (const by of own) {
      expect(await decide(by)).toMatchObject({ fault: { code: 'own-change' } })
      expect(await decide(by, false)).toMatchObject({ fault: { code: 'own-change' } })
    }
    const owner = OWNERS[SETTINGS[setting].goal]
    const owning = deciders.find((by) => by.owner === owner) ?? HR
    expect(await decide(owning)).toMatchObject({ fault: { code: 'owner-decides' } })
    expect(await decide(owning, false)).toMatchObject({ fault: { code: 'owner-decides' } })
    const listed = await listRules(of.changing, { by: owning })
    expect(listed.waiting).toMatchObject([{ mine: false, mayDecide: false }])
    const free = deciders.find((by) => by.owner !== owner) ?? HR
    expect((await listRules(of.changing, { by: free })).waiting).toMatchObject([{ mayDecide: true }])
    expect(await decide(free, false)).toEqual({ ok: true, value: 'declined' })
    expect(await decide(free)).toMatchObject({ fault: { code: 'change-decided' } })
  }
  const { version, history, waiting } = await listRules(of.changing, { by: OFFICER })
  expect([version, history.length, waiting.length]).toEqual(['4', 5, 0])
})

test('only the proposer can withdraw a proposal, and a decided one does not change', async () => {
  const of = await world()
  const proposed = await propose(of, change('pass-mark', 85))
  const id = proposed.ok ? proposed.value.id : ''
  expect(await withdrawRuleChange(of.changing, { change: id, by: OTHER_OFFICER })).toMatchObject({
    fault: { code: 'not-own-change' },
  })
  expect(await withdrawRuleChange(of.changing, { change: id, by: OFFICER })).toMatchObject({ ok: true })
  expect(await withdrawRuleChange(of.changing, { change: id, by: OFFICER })).toMatchObject({
    fault: { code: 'change-decided' },
  })
  const by = (text: string) => of.database.write((query) => query.run(text))
  await expect(by(`UPDATE rule_change SET decision = 'confirmed', number = 1`)).rejects.toThrow()
  await expect(by('DELETE FROM rule_change')).rejects.toThrow()
  expect((await listRules(of.changing, { by: OFFICER })).version).toBe('4')
})

const REFUSED: readonly [string, SettingChange, { reason?: string; document?: string | null }?][] = [
  ['setting-out-of-range', change('smallest-group', 4)],
  ['setting-out-of-range', change('pass-mark', 101)],
  ['setting-out-of-range', change('training-target', 94.5)],
  ['setting-out-of-range', change('training-target', null)],
  ['setting-unchanged', change('pass-mark', 80)],
  ['setting-unchanged', change('baseline-year', null)],
  ['reason-missing', change('pass-mark', 85), { reason: '  ' }],
  ['document-missing', change('minimum-answers', 60)],
  ['document-missing', change('minimum-answers', 60), { document: '  ' }],
  ['baseline-not-past', change('baseline-year', 2026)],
  ['baseline-not-past', change('baseline-year', 2027)],
  ['baseline-without-data', change('baseline-year', 2011)],
  ['not-a-half-year', change('pass-mark', 85, '2026')],
  ['not-a-half-year', change('pass-mark', 85, '2026-Q1')],
  ['applies-too-early', change('pass-mark', 85, '2025-H1')],
  ['applies-too-late', change('pass-mark', 85, '2027-H1')],
  // The wave on it has opened.
  ['applies-to-asked', change('satisfaction-target', 80, '2025-H2')],
  ['applies-to-asked', change('smallest-group', 6, '2025-H2')],
]

test('an invalid proposal is refused and not stored', async () => {
  const of = await world()
  for (const [code, what, more] of REFUSED) {
    expect([what, await propose(of, what, more)]).toMatchObject([what, { ok: false, fault: { code } }])
  }
  expect((await listRules(of.changing, { by: OFFICER })).waiting).toEqual([])
})

test('one change of a setting waits at a time, and none applies before one that is confirmed', async () => {
  const of = await world()
  expect(await propose(of, change('minimum-answers', 60), { document: 'minutes of 2 March' })).toMatchObject({
    ok: true,
  })
  expect(await propose(of, change('minimum-answers', 120))).toMatchObject({ fault: { code: 'change-waits' } })
  await confirmed(of, change('pass-mark', 85, '2026-H2'))
  expect(await propose(of, change('partner-grace', 60))).toMatchObject({ fault: { code: 'applies-before-latest' } })
  expect((await listRules(of.changing, { by: OFFICER })).coming).toMatchObject([{ setting: 'pass-mark', value: 85 }])
})

const faultsOf = async ({ database }: World) => (await verifySealsOf(database)).seals.map(({ faults }) => faults)

test('a sealed half-year keeps its rules, its seals are valid after later changes, and a changed history invalidates them', async () => {
  const of = await world()
  await ready(of)
  await confirmed(of, change('pass-mark', 85, '2025-H2'))
  const late = await propose(of, change('partner-grace', 60, '2025-H2'))
  const frozen = await freezePeriod(of.ports, { period: '2025-H2', by: FIRST })
  expect(frozen.ok).toBe(true)
  const decide = { change: late.ok ? late.value.id : '', confirm: true, by: OTHER_OFFICER }
  expect(await decideRuleChange(of.changing, decide)).toMatchObject({ fault: { code: 'applies-to-frozen' } })
  if (frozen.ok) await of.ports.closing.takeBackFreeze(frozen.value.id, FIRST, 1)
  const seal = await sealed(of)
  expect(JSON.parse(seal.parts.definitions)).toMatchObject({
    rules: { version: '4.1', passMark: 85 },
    baselineYear: null,
  })
  expect(await decideRuleChange(of.changing, decide)).toMatchObject({ fault: { code: 'applies-to-sealed' } })
  await confirmed(of, change('training-target', 99, '2026-H1'))
  expect(await training(of, '2025-H2')).toMatchObject({ version: '4.1', target: 0.95 })
  expect(await faultsOf(of)).toEqual([[]])

  await reopenPeriod(of.ports, { period: '2025-H2', reason: 'wrong pass mark', by: FIRST })
  // A later change already applies: the restated half-year is judged by the rules of its time.
  expect(await propose(of, change('pass-mark', 80, '2025-H2'))).toMatchObject({
    fault: { code: 'applies-before-latest' },
  })
  const [before] = await of.ports.closing.seals()
  expect(JSON.parse(before?.parts.figures ?? '{}').ruleVersion).toBe('4.1')

  await of.database.write(allowRuleChanges)
  const alter = (statement: string) => tamper(of.database, [statement])
  await alter(`UPDATE rule_change SET value = 60 WHERE setting = 'pass-mark' AND number = 1`)
  expect(await faultsOf(of)).toEqual([['rule-changed']])
  await alter(`UPDATE rule_change SET value = 85 WHERE setting = 'pass-mark' AND number = 1`)
  expect(await faultsOf(of)).toEqual([[]])
  await alter(`UPDATE rule_change SET setting = 'training-target', value = 85 WHERE number = 1`)
  expect(await faultsOf(of)).toEqual([['rule-changed']])
  await alter('DELETE FROM rule_change WHERE number = 1')
  expect(await faultsOf(of)).toEqual([['rule-changed']])
})

test('after any confirmations in any order, each version has one set of rules', async () => {
  const of = await world()
  const settings = ['pass-mark', 'partner-grace', 'audit-target'] as const
  const drawn = fc.sample(
    fc.record({
      setting: fc.constantFrom(...settings),
      value: fc.integer({ min: 50, max: 100 }),
      appliesFrom: fc.constantFrom('2025-H2', '2026-H1', '2026-H2'),
    }),
    { numRuns: 40, seed: 7 },
  )
  const seen = new Map<string, string>()
  for (const each of drawn) {
    const proposed = await propose(of, { kind: 'setting', ...each })
    if (!proposed.ok) continue
    await decideRuleChange(of.changing, { change: proposed.value.id, confirm: true, by: OTHER_OFFICER })
    for (const half of ['2025-H1', '2025-H2', '2026-H1', '2026-H2']) {
      const { rules, targets } = (await of.ports.facts.forHalfYear(half)).definitions
      const said = JSON.stringify([rules, targets])
      expect(seen.get(rules.version) ?? said).toBe(said)
      seen.set(rules.version, said)
    }
  }
  expect(seen.size).toBeGreaterThan(5)
})

const row = (goal: RowGoal, key: string, appliesFrom = '2025-H2', kind: 'exclusion' | 'readmission' = 'exclusion') => {
  return { kind, goal, row: key, appliesFrom }
}

async function shareOf({ ports }: World, goal: RowGoal, period = '2025-H2') {
  const built = await buildScorecard(ports, { period })
  const missing = await missingRows(ports, { goal, period })
  const traced = await traceFigure(ports, { figure: goal, period })
  if (!built.ok || !missing.ok || !traced.ok) throw new Error('not built')
  const verdict = built.value.verdicts.find((each) => each.goal === goal)
  const keys = missing.value.find((list) => list.period === verdict?.period)?.rows.map(({ key }) => key) ?? []
  expect(traced.value.total).toEqual(verdict?.share)
  return { share: verdict?.share, keys, word: verdict?.verdict, excluded: built.value.excluded }
}

test('a row that two people excluded counts in no part of its share, and is listed with the reason', async () => {
  const of = await world()
  for (const goal of ['policy-publication', 'staff-training', 'partner-audit'] as const) {
    const before = await shareOf(of, goal)
    const [key = ''] = before.keys
    await confirmed(of, row(goal, key))
    const after = await shareOf(of, goal)
    expect(after.share).toEqual({
      numerator: before.share?.numerator,
      denominator: Number(before.share?.denominator) - 1,
    })
    expect(after.keys).toEqual(before.keys.slice(1))
    expect(after.excluded?.at(-1)).toMatchObject({ goal, reason: 'the board wants more', decidedOn: '2026-03-10' })
    // The name of the person is in the register, for people who may see staff; the scorecard is for everyone.
    expect(after.excluded?.at(-1)?.label === null).toBe(goal === 'staff-training')
    await confirmed(of, row(goal, key, '2025-H2', 'readmission'))
    expect(await shareOf(of, goal)).toEqual({ ...before, excluded: undefined })
  }
})

test('a row of a yearly goal is excluded for the rest of its year, one of a half-year only for that', async () => {
  const of = await world('2025-08-10')
  await confirmed(of, row('partner-audit', 'Sunline', '2025-H1'))
  await confirmed(of, row('staff-training', 'E0', '2025-H1'))
  const out = async (half: string) => (await of.ports.facts.forHalfYear(half)).exclusions.map((each) => each.row)
  expect(await out('2024-H2')).toEqual([])
  expect(await out('2025-H1')).toEqual(['Sunline', 'E0'])
  expect(await out('2025-H2')).toEqual(['Sunline'])
  expect(await out('2026-H1')).toEqual([])
})

test('a row cannot be excluded if it does not exist, twice, in a future or sealed half-year, or by the goal’s owner', async () => {
  const of = await world()
  const refused = async (what: ProposedChange, code: string) =>
    expect([what, await propose(of, what)]).toMatchObject([what, { ok: false, fault: { code } }])
  await refused(row('partner-audit', 'nobody'), 'row-not-registered')
  await refused(row('partner-audit', 'Vela', '2026-H2'), 'applies-too-late')
  await refused(row('partner-audit', 'Vela', '2025-H1'), 'applies-too-early')
  await refused(row('partner-audit', 'Vela', '2025-H2', 'readmission'), 'not-excluded')
  const waits = await propose(of, row('partner-audit', 'Vela'))
  await refused(row('partner-audit', 'Vela'), 'change-waits')
  const decide = (by: OwningPerson) =>
    decideRuleChange(of.changing, { change: waits.ok ? waits.value.id : '', confirm: true, by })
  expect(await decide(person('buyer', 'procurement'))).toMatchObject({ fault: { code: 'owner-decides' } })
  expect(await decide(HR)).toMatchObject({ ok: true })
  await refused(row('partner-audit', 'Vela'), 'already-excluded')
  await ready(of)
  const seal = await sealed(of)
  expect(JSON.parse(seal.parts.figures).excluded).toMatchObject([{ goal: 'partner-audit', label: 'Vela' }])
  await refused(row('partner-audit', 'Sunline'), 'applies-to-sealed')
  await refused(row('partner-audit', 'Vela', '2025-H2', 'readmission'), 'applies-to-sealed')
  await confirmed(of, row('partner-audit', 'Sunline', '2026-H1'))
  expect(await faultsOf(of)).toEqual([[]])
})

test('a decision stays without the person when the person is deleted on schedule', async () => {
  const of = await world('2021-03-10')
  const gone = { number: 'L1', role: 'agent', unit: 'u', startDay: '2019-01-01', endDay: '2021-02-01' }
  await saveRegister(of.database, 'staff-roles', [gone])
  await confirmed(of, row('staff-training', 'L1', '2021-H1'))
  await retentionStore(of.database, { timeZone: 'Asia/Shanghai' }).deleteDue(Date.parse('2027-01-01T00:00:00Z'))
  const { exclusions } = await of.ports.facts.forHalfYear('2021-H1')
  expect(exclusions).toMatchObject([{ row: null, label: null, reason: 'the board wants more' }])
  expect(JSON.stringify(await of.changing.changes.changes())).not.toContain('L1')
})

test('records to exclude are found by name or ID, people only by the start of their number', async () => {
  const { changing, database } = await world()
  const { changes } = changing
  const partners = await changes.findRows('partner-audit', '')
  expect(partners.length).toBeGreaterThan(0)
  const [first] = partners
  expect(await changes.findRows('partner-audit', first!.label.toUpperCase())).toContainEqual(first)
  expect(await changes.findRows('partner-audit', 'no such partner')).toEqual([])
  expect(await changes.findRows('staff-training', '')).toEqual([])
  const { number, unit } = (await (await database.records()).staffRole.findFirst({ orderBy: { number: 'asc' } }))!
  expect(await changes.findRows('staff-training', number)).toContainEqual({ row: number, label: unit })
  expect(await changes.findRows('staff-training', `x${number}`)).toEqual([])
})

test('a person to exclude is named with the unit of the role that began last, then of its key', async () => {
  const of = await world('2021-03-10')
  const role = (key: string, unit: string, startDay: string) => ({
    ...{ number: 'L1', role: key, unit, startDay, endDay: null },
  })
  await saveRegister(of.database, 'staff-roles', [
    ...[role('a', 'agencies', '2019-01-01'), role('c', 'sales', '2020-05-01'), role('b', 'tours', '2020-05-01')],
  ])
  expect(await of.changing.changes.findRows('staff-training', 'L1')).toEqual([{ row: 'L1', label: 'tours' }])
  await confirmed(of, row('staff-training', 'L1', '2021-H1'))
  expect((await of.ports.facts.forHalfYear('2021-H1')).exclusions).toMatchObject([{ row: 'L1', label: 'tours' }])
})
