import { saveRegister } from '@wayproof/evidence/testing/save-register'
import { retentionStore } from '@wayproof/operations/retention/retention-store'
import { expect, test } from 'vitest'
import type { GoalId } from '../../goals/goal.ts'
import { reopenPeriod } from '../restate-period.ts'
import { type MissingRead, readMissingRows } from '../seals/read-missing-rows.ts'
import { type ClosingWorld, completeAudit, FIRST, frozen, readyWorld, sealed } from '../testing/closing-world.ts'
import { tamper } from '../testing/tamper.ts'
import { verifySealsOf } from '../testing/verify-seals-of.ts'

const period = '2025-H2'

/** The last list of a goal; of training, that of the last quarter. */
async function missing({ ports }: ClosingWorld, goal: GoalId): Promise<MissingRead> {
  const outcome = await readMissingRows(ports, { goal, period })
  if (!outcome.ok) throw new Error(outcome.fault.code)
  const last = outcome.value.at(-1)
  if (!last) throw new Error('no list')
  return last
}

const staff = async (world: ClosingWorld) =>
  (await missing(world, 'staff-training')).rows.map(({ key, why, detail }) => [key, why, detail])

async function verified({ database }: ClosingWorld) {
  const { holds, seals } = await verifySealsOf(database)
  return { holds, faults: seals.map(({ faults }) => faults) }
}

/** Imports a late pass of E1, whose exam had failed, and a record of E0 from before the end of the quarter. */
async function importLate({ database }: ClosingWorld): Promise<void> {
  const takenAt = Date.parse('2026-01-20T02:00:00Z')
  await saveRegister(database, 'exam-attempts', [{ number: 'E1', takenAt, score: 95 }])
  await saveRegister(database, 'training-completions', [
    { number: 'E0', completedAt: Date.parse('2025-11-20T02:00:00Z') },
    { number: 'E1', completedAt: takenAt },
  ])
}

const AT_SEALING = [
  ['E0', 'modules-missing', null],
  ['E1', 'modules-missing', '72'],
]

test('a closed half-year shows its missing rows and reasons also after a later import', async () => {
  const world = await readyWorld()
  expect(await missing(world, 'staff-training')).toMatchObject({ origin: 'today' })
  const before = await staff(world)
  expect(before).toEqual(AT_SEALING)
  await sealed(world)
  await importLate(world)
  await completeAudit(world)
  expect(await staff(world)).toEqual(before)
  expect(await missing(world, 'staff-training')).toMatchObject({ origin: 'sealed', deleted: 0, altered: false })
  expect((await missing(world, 'partner-audit')).rows).toMatchObject([{ key: 'Sunline', why: 'partial-audit' }])
  await reopenPeriod(world.ports, { period, reason: 'late exams', by: FIRST })
  expect(await staff(world)).toEqual(before)
  await sealed(world)
  expect(await staff(world)).not.toEqual(before)
  expect((await missing(world, 'partner-audit')).rows).toEqual([])
})

test('a half-year closed by a version without sealed rows shows the rows of today and says so', async () => {
  const world = await readyWorld()
  const { closing } = world.ports
  const freeze: typeof closing.freeze = ({ parts, ...frozen }, mailbox) => {
    const evidence = JSON.stringify({ ...JSON.parse(parts.evidence), missing: undefined })
    return closing.freeze({ ...frozen, parts: { ...parts, evidence } }, mailbox, [])
  }
  await sealed({ ...world, ports: { ...world.ports, closing: { ...closing, freeze } } })
  expect(await missing(world, 'staff-training')).toMatchObject({ origin: 'not-sealed', deleted: 0, altered: false })
  expect(await staff(world)).toEqual(AT_SEALING)
  expect(await verified(world)).toEqual({ holds: true, faults: [[]] })
  await importLate(world)
  expect(await staff(world)).not.toEqual(AT_SEALING)
})

test('withdrawing a freeze deletes its missing rows', async () => {
  const world = await readyWorld()
  const freeze = await frozen(world)
  const rows = () => world.database.query.get('SELECT count(*) AS n FROM missing_row')
  expect(await rows()).toEqual({ n: 4 })
  expect(await world.ports.closing.takeBackFreeze(freeze.id, FIRST, 1)).toBe(true)
  expect(await rows()).toEqual({ n: 0 })
  await sealed(world)
  expect(await verified(world)).toEqual({ holds: true, faults: [[]] })
})

test.each([
  [`UPDATE missing_row SET why = 'no-exam' WHERE key = 'E1'`],
  [`UPDATE missing_row SET key = 'E9' WHERE key = 'E1'`],
  [`UPDATE missing_row SET label = 'sales' WHERE key = 'E1'`],
  [`UPDATE missing_row SET detail = '79' WHERE key = 'E1'`],
  [`DELETE FROM missing_row WHERE key = 'E1'`],
  [`UPDATE missing_list SET digests = @zeros WHERE list_period = '2025-Q4'`],
  [`DELETE FROM missing_row WHERE goal = 'staff-training'`, `DELETE FROM missing_list WHERE goal = 'staff-training'`],
])('the page and `verify` report missing rows that differ from the sealed ones: %s', async (...statements) => {
  const world = await readyWorld()
  await sealed(world)
  expect(await verified(world)).toEqual({ holds: true, faults: [[]] })
  await tamper(world.database, statements, { zeros: new Uint8Array(64) })
  expect(await missing(world, 'staff-training')).toMatchObject({ origin: 'sealed', altered: true })
  expect(await staff(world)).not.toContainEqual(['E9', 'modules-missing', '72'])
  expect(await missing(world, 'partner-audit')).toMatchObject({ altered: false })
  expect(await verified(world)).toEqual({ holds: false, faults: [['missing-rows-altered']] })
})

test('a person deleted on schedule is removed from the sealed list, which is valid with the proof of deletion', async () => {
  const world = await readyWorld()
  await sealed(world)
  const leaves = { number: 'E1', role: 'agent', unit: 'call centre', startDay: '2020-01-01', endDay: '2026-04-01' }
  await saveRegister(world.database, 'staff-roles', [leaves])
  const retention = retentionStore(world.database, { timeZone: 'Asia/Shanghai' })
  await retention.deleteDue(Date.parse('2031-06-01T00:00:00Z'))
  expect(await staff(world)).toEqual([['E0', 'modules-missing', null]])
  expect(await missing(world, 'staff-training')).toMatchObject({ deleted: 1, altered: false })
  expect(await verified(world)).toEqual({ holds: true, faults: [[]] })
  expect(await world.database.query.all(`SELECT * FROM missing_row WHERE key = 'E1'`)).toEqual([])
  await tamper(world.database, [`DELETE FROM missing_row WHERE key = 'E0'`])
  expect(await missing(world, 'staff-training')).toMatchObject({ altered: true })
  expect((await verified(world)).faults[0]).toContain('missing-rows-altered')
})

test('a frozen row of a person who is no longer on the roster is deleted five years after the freeze', async () => {
  const world = await readyWorld()
  await sealed(world)
  const tables = ['training_completion', 'exam_attempt', 'staff_role']
  await tamper(
    world.database,
    tables.map((table) => `DELETE FROM ${table} WHERE number = 'E1'`),
  )
  const retention = retentionStore(world.database, { timeZone: 'Asia/Shanghai' })
  await retention.deleteDue(Date.parse('2031-03-01T00:00:00Z'))
  expect(await missing(world, 'staff-training')).toMatchObject({ deleted: 0 })
  await retention.deleteDue(Date.parse('2031-03-20T00:00:00Z'))
  expect(await missing(world, 'staff-training')).toMatchObject({ deleted: 1, altered: false })
})

test('a sealed document does not grow with its missing rows, and equal rows have different digests', async () => {
  const world = await readyWorld()
  const { head } = await sealed(world)
  const records = await world.database.records()
  const seal = await records.seal.findUnique({ where: { head } })
  const { missing: lists } = JSON.parse(seal?.evidence ?? '')
  expect(lists).toEqual([
    { goal: 'policy-publication', period, rows: 1, digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
    { goal: 'staff-training', period: '2025-Q3', rows: 0, digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
    { goal: 'staff-training', period: '2025-Q4', rows: 2, digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
    { goal: 'partner-audit', period: '2025', rows: 1, digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
  ])
  await reopenPeriod(world.ports, { period, reason: 'a typing error', by: FIRST })
  await sealed(world)
  const [first, second] = await records.missingList.findMany({ where: { goal: 'partner-audit' } })
  expect([first?.digests.length, second?.digests.length]).toEqual([32, 32])
  expect(first?.digests).not.toEqual(second?.digests)
})
