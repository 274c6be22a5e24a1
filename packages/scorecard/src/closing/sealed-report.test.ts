import { type ReportStore, reportStore } from '@wayproof/oversight/public-reports/report-store'
import { expect, test } from 'vitest'
import { buildScorecard } from '../build-scorecard.ts'
import { closePeriod } from './close-period.ts'
import { reopenPeriod } from './restate-period.ts'
import {
  type ClosingWorld,
  completeAudit,
  FIRST,
  frozen,
  readyWorld,
  SECOND,
  sealed,
  signAll,
} from './testing/closing-world.ts'
import { tamper } from './testing/tamper.ts'

const period = '2025-H2'
const zone = 'Asia/Shanghai'

async function closed(): Promise<ClosingWorld & { readonly reports: ReportStore }> {
  const world = await readyWorld()
  await sealed(world)
  return { ...world, reports: reportStore(world.database, zone) }
}

async function restated(world: ClosingWorld, reason: string): Promise<void> {
  await reopenPeriod(world.ports, { period, reason, by: FIRST })
  const freeze = await frozen(world)
  await signAll(world, freeze)
  const outcome = await closePeriod(world.ports, { period, freeze: freeze.id, by: SECOND })
  if (!outcome.ok) throw new Error(outcome.fault.code)
}

test('a seal says how the survey asked: question, scale, days and who could be invited', async () => {
  const { reports, database } = await closed()
  const asked = (await reports.sealed(period))?.asked
  const [wave] = await database.query.all<{ opened_at: number; frame_count: number }>(
    'SELECT opened_at, frame_count FROM wave',
  )
  expect(asked).toMatchObject({ eligible: wave?.frame_count, travelers: wave?.frame_count })
  expect(asked?.openedOn).toBe(
    new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(wave?.opened_at ?? 0)),
  )
  expect(asked?.question?.text.en).toContain('overall, how satisfied or dissatisfied are you')
  expect(asked?.question?.points.map(({ text, isSatisfied }) => [text.en, isSatisfied])).toEqual([
    ['Very dissatisfied', false],
    ['Dissatisfied', false],
    ['Neither satisfied nor dissatisfied', false],
    ['Satisfied', true],
    ['Very satisfied', true],
  ])
})

test('the seal of a version before says nothing of it', async () => {
  const { reports, database } = await closed()
  const { seal } = await database.records()
  const { evidence } = await seal.findUniqueOrThrow({ where: { number: 1 } })
  const { wave, ...rest } = JSON.parse(evidence)
  const { asked: _, ...before } = wave
  await seal.update({ where: { number: 1 }, data: { evidence: JSON.stringify({ ...rest, wave: before }) } })
  expect((await reports.sealed(period))?.asked).toBeNull()
})

test('a report names every restatement with its day and reason, and compares with the same half alone', async () => {
  const world = await closed()
  expect((await world.reports.sealed(period))?.corrections).toEqual([])
  await completeAudit(world)
  world.setToday('2026-03-20')
  await restated(world, 'an audit was entered late')
  world.setToday('2026-03-21')
  await restated(world, 'a second look')
  const report = await world.reports.sealed(period)
  expect(report?.corrections.map(({ version, sealedOn, reason }) => [version, sealedOn, reason])).toEqual([
    [2, '2026-03-20', 'an audit was entered late'],
    [3, '2026-03-21', 'a second look'],
  ])
  expect(report?.corrections[0]?.changes).toContainEqual(
    expect.objectContaining({ goal: 'partner-audit', figure: 'verdict', from: 'missed', to: 'met' }),
  )
  expect(report?.corrections[1]?.changes).toEqual([])

  const { seal } = await world.database.records()
  const row = await seal.findUniqueOrThrow({ where: { number: 3 } })
  for (const [n, other] of ['2024-H2', '2025-H1'].entries())
    await seal.create({ data: { ...row, number: 4 + n, period: other, head: `${4 + n}`.repeat(64) } })
  expect((await world.reports.sealed(period))?.earlier.map((each) => each.period)).toEqual(['2024-H2'])
})

test('a code is that of a published report alone, and says if the stored figures are others', async () => {
  const world = await closed()
  const { reports, database } = world
  const code = (await reports.sealed(period))?.seal.code ?? ''
  expect(await reports.check(code)).toEqual({ ok: true, value: null })
  await reports.publish({ id: 'p', period, at: 1, by: 'Lin' })
  const valid = { period, version: 1, sealedOn: '2026-03-10', replaced: false, intact: true }
  expect(await reports.check(` ${code.toLowerCase()}`)).toEqual({ ok: true, value: valid })
  expect(await reports.check(code.slice(1))).toEqual({ ok: false, fault: { code: 'head-mistyped' } })
  await restated(world, 'a second look')
  expect(await reports.check(code)).toEqual({ ok: true, value: { ...valid, replaced: true } })
  await tamper(database, [`UPDATE seal SET figures = replace(figures, '"met"', '"missed"') WHERE number = 1`])
  expect(await reports.check(code)).toEqual({ ok: true, value: { ...valid, replaced: true, intact: false } })
})

test('no change is said against a time before the program', async () => {
  const { ports, database } = await readyWorld()
  const from = async () => {
    const scorecard = await buildScorecard(ports, { period })
    if (!scorecard.ok) throw new Error(scorecard.fault.code)
    return Object.fromEntries(scorecard.value.changes.map((change) => [change.goal, change.from]))
  }
  await database.write((query) => query.run(`UPDATE organisation SET programme_start = '2024-05-01'`))
  expect(await from()).toMatchObject({ 'partner-audit': 1 })
  await database.write((query) => query.run(`UPDATE organisation SET programme_start = '2025-01-01'`))
  expect(await from()).toMatchObject({ 'partner-audit': null })
})
