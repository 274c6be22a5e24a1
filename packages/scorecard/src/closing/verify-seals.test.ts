import { registers } from '@wayproof/evidence/register'
import { rowStore } from '@wayproof/evidence/registers/row-store'
import { cellText } from '@wayproof/evidence/rows/cell-text'
import { writeRow } from '@wayproof/evidence/rows/write-row'
import { saveRegister } from '@wayproof/evidence/testing/save-register'
import { retentionStore } from '@wayproof/operations/retention/retention-store'
import { expect, test } from 'vitest'
import { RULES } from '../rules.ts'
import { sealReads } from './evidence/seal-reads.ts'
import { reopenPeriod } from './restate-period.ts'
import { headCode } from './seals/head-code.ts'
import type { SealVerification } from './seals/seal-finding.ts'
import { verifySeals } from './seals/verify-seals.ts'
import { type ClosingWorld, closingWorld, FIRST, ready, sealed } from './testing/closing-world.ts'
import { rechain } from './testing/rechain.ts'
import { tamper } from './testing/tamper.ts'
import { verifySealsOf } from './testing/verify-seals-of.ts'

const period = '2025-H2'

/** Three seals: a half-year and two restatements of it. */
async function chain(): Promise<{ world: ClosingWorld; codes: readonly string[] }> {
  const world = await closingWorld()
  await ready(world)
  const seals = [await sealed(world)]
  for (const reason of ['late exams', 'a partner was missing']) {
    await reopenPeriod(world.ports, { period, reason, by: FIRST })
    seals.push(await sealed(world))
  }
  return { world, codes: seals.map(({ head }) => headCode(head)) }
}

const verify = ({ database, ports }: ClosingWorld, code: string | null = null, rules = RULES) =>
  verifySealsOf(database, { code, rules, clock: ports.clock })

const faults = ({ seals }: SealVerification) => seals.map(({ number, faults: found }) => [number, ...found])

test('an unchanged chain is valid, with and without the printed codes', async () => {
  const { world, codes } = await chain()
  expect(await verify(world)).toMatchObject({ holds: true, paper: null })
  for (const [at, code] of codes.entries()) {
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')} `
    expect(await verify(world, typed)).toMatchObject({ holds: true, paper: { code, number: at + 1 } })
  }
})

test.each([
  ['figures', `UPDATE seal SET figures = replace(figures, '"missing":1', '"missing":0') WHERE number = 2`],
  [
    'definitions',
    `UPDATE seal SET definitions = replace(definitions, '"passMark":80', '"passMark":60') WHERE number = 2`,
  ],
  ['signatures', `UPDATE seal SET signatures = replace(signatures, 'Lin', 'Wang') WHERE number = 2`],
  ['actions', `UPDATE seal SET actions = replace(actions, 'start earlier', 'wait') WHERE number = 2`],
  ['evidence', `UPDATE seal SET evidence = replace(evidence, '"rows":20', '"rows":21') WHERE number = 2`],
])('changed %s invalidate it, and are named', async (part, statement) => {
  const { world } = await chain()
  await tamper(world.database, [statement])
  const result = await verify(world)
  expect(result.holds).toBe(false)
  expect(faults(result)).toEqual([[1], [2, `${part}-altered`], [3]])
})

test.each([1, 2, 3])('a removed row invalidates it: seal %i', async (number) => {
  const { world } = await chain()
  await tamper(world.database, [`DELETE FROM seal WHERE number = ${number}`])
  const result = await verify(world)
  expect(result.holds).toBe(false)
  expect(faults(result)).toContainEqual([number, 'seal-missing'])
  expect(faults(result).filter(([at]) => at !== number)).toEqual(
    [1, 2, 3].filter((at) => at !== number).map((n) => [n]),
  )
})

test('a removed row invalidates it also if the later rows are renumbered', async () => {
  const { world } = await chain()
  await tamper(world.database, ['DELETE FROM seal WHERE number = 2', 'UPDATE seal SET number = 2 WHERE number = 3'])
  expect(faults(await verify(world))).toContainEqual([2, 'out-of-order'])
})

test('a reordered chain is invalid', async () => {
  const { world } = await chain()
  const swap = [
    ['2', '9'],
    ['3', '2'],
    ['9', '3'],
  ].map(([from, to]) => `UPDATE seal SET number = ${to} WHERE number = ${from}`)
  await tamper(world.database, swap)
  const result = await verify(world)
  expect(result.holds).toBe(false)
  expect(faults(result)).toEqual([[1], [2, 'out-of-order'], [3, 'out-of-order']])
})

test('a forged statement invalidates the later seals, and a completely rebuilt chain is valid except against a printed code', async () => {
  const { world, codes } = await chain()
  const edit = { number: 2, part: 'figures', from: '"missing":1', to: '"missing":0' } as const
  await rechain(world.database, { ...edit, heads: 'its-own' })
  expect(faults(await verify(world))).toEqual([[1], [2], [3, 'statement-altered']])
  await rechain(world.database, { ...edit, heads: 'all' })
  expect(await verify(world)).toMatchObject({ holds: true })
  // A code printed before the edit still confirms the earlier seals.
  expect(await verify(world, codes[0])).toMatchObject({ holds: true, paper: { number: 1 } })
  expect(await verify(world, codes[1])).toMatchObject({ holds: false, paper: { number: null } })
  expect(await verify(world, codes[2])).toMatchObject({ holds: false, paper: { number: null } })
})

test('a mistyped code is distinguished from an unknown one', async () => {
  const { world, codes } = await chain()
  const ports = { ...world.ports, closing: sealReads((work) => world.database.readSnapshot(work)), rules: RULES }
  const slip = (codes[0] ?? '').replace(/^./, (first) => (first === '7' ? '8' : '7'))
  for (const code of [slip, '', 'head', '7K2M'])
    expect(await verifySeals(ports, { code })).toMatchObject({ ok: false, fault: { code: 'head-mistyped' } })
})

test('other rules under the same version invalidate it; a new version does not', async () => {
  const { world } = await chain()
  expect(faults(await verify(world, null, { ...RULES, passMark: 60 }))).toContainEqual([1, 'rule-changed'])
  expect(await verify(world, null, { ...RULES, passMark: 60, version: '99' })).toMatchObject({ holds: true })
})

test('rows changed outside imports invalidate it; an import that changes them does not', async () => {
  const { world } = await chain()
  world.setToday('2026-04-01')
  await tamper(world.database, [`UPDATE partner_audit SET result = 'fail' WHERE partner_id = 'Vela'`])
  const result = await verify(world)
  expect(faults(result)).toContainEqual([3, 'register-altered'])
  const found = result.seals[2]?.registers.filter(({ state }) => state !== 'unchanged')
  expect(found).toEqual([{ register: 'partner-audits', state: 'altered', deleted: 0 }])
  await tamper(world.database, [`UPDATE partner_audit SET result = 'pass' WHERE partner_id = 'Vela'`])
  expect(await verify(world)).toMatchObject({ holds: true })
  await saveRegister(world.database, 'training-sessions', [{ quarter: '2026-Q1', heldOn: '2026-02-01' }])
  const later = await verify(world)
  expect(later.holds).toBe(true)
  expect(later.seals[2]?.registers.find(({ register }) => register === 'training-sessions')?.state).toBe('added-to')
  // Later tampering with a sealed row is detected in every seal that counted it.
  await tamper(world.database, [`UPDATE training_session SET held_on = '2025-08-09' WHERE quarter = '2025-Q3'`])
  expect(faults(await verify(world))).toEqual([1, 2, 3].map((number) => [number, 'register-altered']))
})

test('a row removed by hand, with its history, is distinguished from one changed outside it', async () => {
  const { world } = await chain()
  world.setToday('2026-04-01')
  const rows = rowStore(world.database)
  const register = 'training-sessions'
  const [row] = (await rows.page(register, { find: '', filters: [], sort: null, offset: 0, limit: 1 })).rows
  if (!row) throw new Error('there is no session')
  const seen = Object.fromEntries(
    registers[register].fields.map((field) => [field.name, cellText(field, row.cells[field.name] ?? null)]),
  )
  const command = {
    register,
    what: { kind: 'remove', key: row.key, seen },
    reason: 'held for one team only',
    by: 'o',
  } as const
  const removed = await writeRow({ rows, clock: world.ports.clock, timeZone: 'Asia/Shanghai' }, command)
  expect(removed.ok).toBe(true)
  const result = await verify(world)
  expect(result.holds).toBe(true)
  expect(result.seals[2]?.registers.find((found) => found.register === register)?.state).toBe('changed-since')
})

test('rows deleted on schedule are distinguished from stolen rows', async () => {
  const world = await closingWorld()
  await ready(world)
  const left = (number: string) => ({ number, role: 'agent', unit: 'u', startDay: '2019-01-01', endDay: '2021-05-01' })
  await saveRegister(world.database, 'staff-roles', [left('L1'), left('L2'), { ...left('L3'), endDay: '2021-08-01' }])
  await sealed(world)
  const staff = async () => (await verify(world)).seals[0]?.registers.find(({ register }) => register === 'staff-roles')
  const retention = retentionStore(world.database, { timeZone: 'Asia/Shanghai' })
  await retention.deleteDue(Date.parse('2026-06-01T00:00:00Z'))
  expect(await staff()).toEqual({ register: 'staff-roles', state: 'deleted-on-schedule', deleted: 2 })
  expect(await verify(world)).toMatchObject({ holds: true })
  // Two people join later, one of whom left long before the roster is imported and is deleted in turn.
  await saveRegister(world.database, 'staff-roles', [left('L4'), { ...left('L5'), endDay: null }])
  await retention.deleteDue(Date.parse('2026-06-01T00:00:00Z'))
  expect(await staff()).toEqual({ register: 'staff-roles', state: 'deleted-on-schedule', deleted: 3 })
  await tamper(world.database, [`DELETE FROM staff_role WHERE number = 'L3'`])
  expect(await staff()).toMatchObject({ state: 'altered' })
  expect(faults(await verify(world))).toEqual([[1, 'register-altered']])
  // A forged proof of deletion does not follow from the previous one.
  await tamper(world.database, [
    `INSERT INTO deletion_proof (day, rule, days, place, count, digest)
     VALUES ('2026-06-02', 'employment-end', 1825, 'staff_role', 1, 'made up')`,
  ])
  expect(faults(await verify(world))).toEqual([[1, 'proofs-altered']])
})

test('rows changed by an import and then deleted on schedule do not make other rows suspect', async () => {
  const world = await closingWorld()
  const left = (number: string, endDay: string | null = '2021-05-01') => {
    return { number, role: 'agent', unit: 'u', startDay: '2019-01-01', endDay }
  }
  await saveRegister(world.database, 'staff-roles', [left('L1'), left('L2', null), left('L3', null)])
  await ready(world)
  await sealed(world)
  const staff = async () => (await verify(world)).seals[0]?.registers.find(({ register }) => register === 'staff-roles')
  await saveRegister(world.database, 'staff-roles', [left('L2'), left('L4'), left('L5', null)])
  expect(await staff()).toMatchObject({ state: 'added-to' })
  const retention = retentionStore(world.database, { timeZone: 'Asia/Shanghai' })
  await retention.deleteDue(Date.parse('2026-06-01T00:00:00Z'))
  expect(await staff()).toEqual({ register: 'staff-roles', state: 'deleted-on-schedule', deleted: 3 })
  // One deleted entry of the history hides at most one row.
  await tamper(world.database, [`DELETE FROM staff_role WHERE number IN ('E0', 'E1', 'L3')`])
  expect(await staff()).toMatchObject({ state: 'altered' })
})

test('changed counts of the wave invalidate it', async () => {
  const { world } = await chain()
  await tamper(world.database, [`UPDATE tally SET count = count + 1 WHERE value = '5'`])
  expect(faults(await verify(world))).toContainEqual([1, 'tallies-altered'])
})
