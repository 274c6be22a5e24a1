import { improvementStore } from '@wayproof/survey/improvements/improvement-store'
import { expect, test } from 'vitest'
import { listMeasures } from '../measures/list-measures.ts'
import { readScorecard } from '../read-scorecard.ts'
import { recordedOn } from '../recorded-on.ts'
import { closePeriod } from './close-period.ts'
import { figureChanges } from './figure-change.ts'
import { freezePeriod } from './freeze-period.ts'
import { decideRemedy } from './remedies/decide-remedy.ts'
import { leaveAsSealed, reopenPeriod } from './restate-period.ts'
import { readStatement } from './seals/seal.ts'
import { signScorecard } from './sign-scorecard.ts'
import { takeBackFreeze } from './take-back-freeze.ts'
import {
  type ClosingWorld,
  closingWorld,
  completeAudit,
  FIRST,
  frozen,
  OWNING,
  person,
  ready,
  readyWorld,
  SECOND,
  sealed,
  signAll,
} from './testing/closing-world.ts'

const period = '2025-H2'
const close = (world: ClosingWorld, freeze: string, by = SECOND) => closePeriod(world.ports, { period, freeze, by })
const fault = (code: string) => ({ ok: false, fault: { code } })
/** A member of staff passes in the quarter after all. */
const correctTraining = ({ database }: ClosingWorld) =>
  database.transaction(async ({ records }) => {
    const at = Date.parse('2025-11-20T02:00:00Z')
    const late = { number: 'E0', importId: 'late', rowNumber: 1 }
    await records.trainingCompletion.create({ data: { ...late, completedAt: new Date(at) } })
    await records.examAttempt.create({ data: { ...late, takenAt: new Date(at + 1), score: 99 } })
  })

/** A letter with the summary of a half-year. */
const summaryLetter = (id: string, recipientId: string, of: string, state = 'sent') => ({
  ...{ id, recipientId, state, kind: 'executive-summary', recipientKind: 'user', locale: 'en', dedupeKey: id },
  data: JSON.stringify({ summary: { scorecard: { period: of } } }),
  notBefore: new Date(0),
  createdAt: new Date(0),
})

/** The letters about a restatement. */
async function restatements({ database }: ClosingWorld) {
  const { letter } = await database.records()
  const letters = await letter.findMany({ where: { kind: 'restatement' }, orderBy: { recipientId: 'asc' } })
  return letters.map(({ recipientId, data }) => ({ who: recipientId, ...JSON.parse(data) }))
}

test('an incomplete half-year is not frozen, and the fault names the missing parts', async () => {
  const world = await closingWorld('2025-12-31')
  const freeze = () => freezePeriod(world.ports, { period, by: FIRST })
  expect(await freezePeriod(world.ports, { period: '2025', by: FIRST })).toMatchObject(fault('not-a-half-year'))
  expect(await freeze()).toMatchObject(fault('period-running'))
  world.setToday('2026-03-10')
  await world.database.write((query) => query.run(`UPDATE wave SET status = 'open', unlinked_at = NULL`))
  expect(await freeze()).toMatchObject(fault('wave-open'))
  await world.database.write((query) =>
    query.run(`UPDATE wave SET status = 'unlinked', unlinked_at = @at`, { at: new Date(1) }),
  )
  expect(await freeze()).toMatchObject(fault('improvement-missing'))
  const chosen = { owner: 'procurement', chosenAt: 1, chosenBy: 'Lin' }
  await improvementStore(world.database).choose({ id: 'i', period, text: { 'zh-CN': '一', en: 'one' }, ...chosen })
  expect(await freeze()).toMatchObject(fault('remedy-missing'))
  await ready(world)
  expect(await freeze()).toMatchObject({ ok: true })
  expect(await freeze()).toMatchObject(fault('already-frozen'))
})

test('each owner signs once, for the own goal, and only while the half-year is frozen', async () => {
  const world = await readyWorld()
  const freeze = await frozen(world)
  const sign = (by = OWNING[1] ?? FIRST, id = freeze.id) =>
    signScorecard(world.ports, { period, freeze: id, goal: 'staff-training', by })
  expect(await sign(FIRST)).toMatchObject(fault('not-owner'))
  expect(await sign(person('director', 'Wu', null))).toMatchObject(fault('not-owner'))
  expect(await sign()).toMatchObject({ ok: true, value: { owner: 'human-resources' } })
  expect(await sign()).toMatchObject(fault('already-signed'))
  expect(await takeBackFreeze(world.ports, { freeze: freeze.id, by: FIRST })).toMatchObject({ ok: true })
  expect(await takeBackFreeze(world.ports, { freeze: freeze.id, by: FIRST })).toMatchObject(fault('not-frozen'))
  const again = await frozen(world)
  expect(await sign(OWNING[1])).toMatchObject(fault('not-frozen'))
  expect((await world.ports.closing.closing(period)).signatures).toEqual([])
  expect(again.id).not.toBe(freeze.id)
})

test('only a second person without a part in the half-year closes it, and only once all owners have signed', async () => {
  const world = await readyWorld()
  expect(await close(world, 'none')).toMatchObject(fault('not-frozen'))
  const freeze = await frozen(world)
  expect(await close(world, freeze.id)).toMatchObject(fault('unsigned'))
  await signAll(world, freeze)
  expect(await close(world, freeze.id, FIRST)).toMatchObject(fault('second-person-needed'))
  expect(await close(world, freeze.id, OWNING[1])).toMatchObject(fault('second-person-needed'))
  world.setOffset(60_001)
  expect(await close(world, freeze.id)).toMatchObject(fault('clock-off'))
  world.setOffset(-60_001)
  expect(await close(world, freeze.id)).toMatchObject(fault('clock-off'))
  world.setOffset(-60_000)
  const closed = await close(world, freeze.id)
  expect(closed).toMatchObject({ ok: true, value: { number: 1, version: 1 } })
  if (closed.ok) expect(readStatement(closed.value)).toMatchObject({ clockOffset: -60_000, reason: null })
  expect(await close(world, freeze.id)).toMatchObject(fault('period-closed'))
  expect(await freezePeriod(world.ports, { period, by: FIRST })).toMatchObject(fault('period-closed'))
  expect(
    await decideRemedy(world.ports, {
      period,
      goal: 'staff-training',
      dueOn: '2029-01-01',
      note: 'n',
      action: 'a',
      effect: 'e',
      by: 'Lin',
    }),
  ).toMatchObject(fault('period-closed'))
})

test('a clock set back behind the last seal closes nothing', async () => {
  const world = await readyWorld()
  await sealed(world)
  await reopenPeriod(world.ports, { period, reason: 'late exams', by: FIRST })
  world.setToday('2026-03-09')
  const freeze = await frozen(world)
  await signAll(world, freeze)
  expect(await close(world, freeze.id)).toMatchObject(fault('clock-behind'))
})

test('a closed half-year shows the sealed figures, regardless of later changes of the registers', async () => {
  const world = await readyWorld()
  const seal = await sealed(world)
  const before = await readScorecard(world.ports, { period })
  await correctTraining(world)
  const after = await readScorecard(world.ports, { period })
  expect(after).toEqual(before)
  expect(after).toMatchObject({ value: { seal: { number: 1, version: 1, people: 6, sealedOn: '2026-03-10' } } })
  expect(JSON.parse(seal.parts.figures).verdicts).toEqual(after.ok && after.value.verdicts)
})

test('a closed half-year has the facts of the day of its freeze, and not of later days before its seal', async () => {
  const world = await readyWorld()
  const freeze = await frozen(world)
  await signAll(world, freeze)
  await correctTraining(world)
  world.setToday('2026-03-24')
  expect(await close(world, freeze.id)).toMatchObject({ ok: true })
  const closed = await readScorecard(world.ports, { period })
  if (!closed.ok) throw new Error(closed.fault.code)
  expect(closed.value.seal).toMatchObject({ frozenOn: '2026-03-10', sealedOn: '2026-03-24' })
  expect(recordedOn(closed.value, '2026-11-27')).toBe('2026-03-10')
})

test('a restatement is a new version with a reason, and its changes are mailed to all recipients of the summary', async () => {
  const world = await readyWorld()
  const reopen = (reason = 'Two results were late.') => reopenPeriod(world.ports, { period, reason, by: FIRST })
  expect(await reopen()).toMatchObject(fault('period-not-closed'))
  await sealed(world)
  const { letter } = await world.database.records()
  await letter.createMany({
    data: [
      summaryLetter('a', 'director', period),
      summaryLetter('b', 'director', period),
      summaryLetter('c', 'other', '2025-H1'),
      summaryLetter('d', 'bounced', period, 'bounced'),
    ],
  })
  expect(await reopen(' ')).toMatchObject(fault('reason-missing'))
  expect(await reopen()).toMatchObject({ ok: true, value: { version: 2 } })
  expect(await reopen()).toMatchObject(fault('already-reopened'))
  await correctTraining(world)
  const seal = await sealed(world)
  expect(readStatement(seal)).toMatchObject({ number: 2, version: 2, reason: 'Two results were late.' })
  const mailed = await restatements(world)
  expect(mailed.map(({ who }) => who)).toEqual(['director'])
  const { changes } = mailed[0]
  expect(changes).toContainEqual({ goal: 'staff-training', figure: 'counted', from: 18, to: 19 })
  expect(changes).toContainEqual({ goal: 'staff-training', figure: 'missing', from: 2, to: 1 })
  expect(changes.map(({ goal }: { goal: string }) => goal)).not.toContain('partner-audit')
  expect(await readScorecard(world.ports, { period })).toMatchObject({ value: { seal: { version: 2, number: 2 } } })
})

test('a restatement after the deletion of the letters is mailed to the present recipients of summaries, and counts them', async () => {
  const world = await readyWorld()
  await sealed(world)
  const { letter, user } = await world.database.records()
  const account = (id: string, role: string) => ({
    ...{ id, name: id, email: `${id}@x.example`, emailVerified: true, role, locale: 'en' },
    ...{ createdAt: new Date(0), updatedAt: new Date(0) },
  })
  await user.createMany({
    data: [account('director', 'executive'), account('manager', 'executive'), account('buyer', 'procurement')],
  })
  await letter.create({ data: summaryLetter('a', 'director', period) })
  const restated = async (version: number) => {
    await reopenPeriod(world.ports, { period, reason: 'late', by: FIRST })
    const { told } = await sealed(world)
    const mailed = (await restatements(world)).filter((letter) => letter.version === version)
    return { told, who: mailed.map(({ who }) => who) }
  }
  expect(await restated(2)).toEqual({ told: 1, who: ['director'] })
  // While a letter shows who got the summary, nobody else is told.
  await world.database.write((query) => query.run(`UPDATE letter SET state = 'bounced' WHERE id = 'a'`))
  expect(await restated(3)).toEqual({ told: 0, who: [] })
  await world.database.write((query) => query.run(`DELETE FROM letter WHERE kind = 'executive-summary'`))
  expect(await restated(4)).toEqual({ told: 2, who: ['director', 'manager'] })
})

test('a reopening can be ended without changes, and the published figures never change during it', async () => {
  const world = await readyWorld()
  expect(await leaveAsSealed(world.ports, { period, by: FIRST })).toMatchObject(fault('not-reopened'))
  await sealed(world)
  const published = await readScorecard(world.ports, { period })
  await reopenPeriod(world.ports, { period, reason: 'late', by: FIRST })
  await correctTraining(world)
  const freeze = await frozen(world)
  expect(await readScorecard(world.ports, { period })).toEqual(published)
  expect(await leaveAsSealed(world.ports, { period, by: SECOND })).toMatchObject(fault('not-reopened'))
  await takeBackFreeze(world.ports, { freeze: freeze.id, by: FIRST })
  expect(await leaveAsSealed(world.ports, { period, by: SECOND })).toMatchObject({ ok: true })
  expect(await readScorecard(world.ports, { period })).toEqual(published)
})

test('the measures of a closed half-year show its goals as sealed', async () => {
  const world = await readyWorld()
  const auditGoal = async () => {
    const listed = await listMeasures(world.ports, { period })
    return listed.ok && listed.value.measures.find(({ id }) => id === 'third-party-risk')?.goals
  }
  await sealed(world)
  await completeAudit(world)
  expect(await auditGoal()).toMatchObject([{ goal: 'partner-audit', shape: 'missed' }])
  await reopenPeriod(world.ports, { period, reason: 'a report was late', by: FIRST })
  await sealed(world)
  expect(await auditGoal()).toMatchObject([{ goal: 'partner-audit', shape: 'demonstrated' }])
})

test('one of two concurrent closings takes effect', async () => {
  const world = await readyWorld()
  const freeze = await frozen(world)
  await signAll(world, freeze)
  const third = person('officer-3', 'Qi', 'privacy-officer')
  const both = await Promise.all([close(world, freeze.id), close(world, freeze.id, third)])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await world.ports.closing.seals()).toHaveLength(1)
})

test('two equal scorecards have no difference, and a nested difference is named by its path', async () => {
  const world = await closingWorld()
  const read = await readScorecard(world.ports, { period })
  if (!read.ok) throw new Error(read.fault.code)
  expect(figureChanges(read.value, read.value)).toEqual([])
  const [first, ...rest] = read.value.verdicts
  const deeper = { verdicts: [{ ...first!, asOf: '2026-01-01' } as typeof first & object, ...rest] }
  expect(figureChanges(read.value, deeper)).toEqual([
    { goal: 'policy-publication', figure: 'other', from: null, to: null },
  ])
})
