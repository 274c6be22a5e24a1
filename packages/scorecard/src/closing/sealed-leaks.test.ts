import type { Incident } from '@wayproof/evidence/registers/incidents/incident'
import { saveRegister } from '@wayproof/evidence/testing/save-register'
import { UNSAID } from '@wayproof/evidence/testing/unsaid'
import { expect, test } from 'vitest'
import { buildScorecard } from '../build-scorecard.ts'
import { drawLeaks } from '../pictures/draw-leaks.ts'
import { readScorecard } from '../read-scorecard.ts'
import { figureChanges } from './figure-change.ts'
import { reopenPeriod } from './restate-period.ts'
import { type ClosingWorld, closingWorld, FIRST, ready, sealed } from './testing/closing-world.ts'
import { verifySealsOf } from './testing/verify-seals-of.ts'

const leak = (id: string, discoveredOn: string, more: Partial<Incident> = {}): Incident => ({
  ...{ id, title: id, customerData: true, partnerId: null, ...UNSAID.incident },
  ...{ occurred: discoveredOn.slice(0, 7), discovered: Date.parse(`${discoveredOn}T10:00:00+08:00`) },
  ...{ confirmed: discoveredOn, disclosure: 'yes', state: 'confirmed', ...more },
})

const suspected = { state: 'suspected', disclosure: 'unknown', confirmed: null } as const

async function incidentsOf({ ports }: ClosingWorld, period: string, read = buildScorecard) {
  const scorecard = await read(ports, { period })
  if (!scorecard.ok) throw new Error(scorecard.fault.code)
  const verdict = scorecard.value.verdicts.find(({ goal }) => goal === 'incident-reduction')
  if (verdict?.goal !== 'incident-reduction') throw new Error('no verdict')
  return verdict
}

test('a suspicion of November that is confirmed after the seal changes the sealed year, and not the next one', async () => {
  const world = await closingWorld()
  await saveRegister(world.database, 'incidents', [leak('doubt', '2025-11-20', suspected)])
  await ready(world)
  await sealed(world)
  const then = await incidentsOf(world, '2025-H2', readScorecard)
  expect(then.figures).toMatchObject({ currentYear: 2025, undecided: 1 })
  await world.database.write((query) =>
    query.run(
      "UPDATE incident SET state = 'confirmed', disclosure = 'yes', confirmed = '2026-01-10' WHERE id = 'doubt'",
    ),
  )
  expect(await incidentsOf(world, '2025-H2', readScorecard)).toEqual(then)
  const now = await incidentsOf(world, '2025-H2')
  expect(now.figures.currentCount).toBe(then.figures.currentCount + 1)
  expect(figureChanges({ verdicts: [then] }, { verdicts: [now] }).length).toBeGreaterThan(0)
  expect((await incidentsOf(world, '2026-H1')).figures).toMatchObject({ currentYear: 2026, currentCount: 0 })
})

test('rows added to a sealed baseline year leave the baseline and the limit as sealed, and are shown beside it', async () => {
  const world = await closingWorld()
  await ready(world)
  await sealed(world)
  world.setToday('2027-02-01')
  const before = await incidentsOf(world, '2026-H2')
  const five = Array.from({ length: 5 }, (_, n) => leak(`late ${n}`, '2025-04-10'))
  await saveRegister(world.database, 'incidents', five)
  const now = await incidentsOf(world, '2026-H2')
  const { baselineCount, cap } = before.figures
  expect(now).toEqual({ ...before, figures: { ...before.figures, baselineInRegister: baselineCount + 5 } })
  expect(now.figures.cap).toBe(cap)
})

test('two people who restate the baseline year move the baseline, and a seal is marked only if a figure would differ', async () => {
  const world = await closingWorld()
  await ready(world)
  await sealed(world)
  const stateOf = async (register: string) => {
    const { seals } = await verifySealsOf(world.database, { clock: world.ports.clock })
    return seals.map(({ registers }) => registers.find((found) => found.register === register)?.state)
  }
  world.setToday('2027-02-01')
  const { baselineCount } = (await incidentsOf(world, '2026-H2')).figures
  await saveRegister(world.database, 'incidents', [leak('of 2026', '2026-04-10')])
  expect(await stateOf('incidents')).toEqual(['added-to'])
  await saveRegister(world.database, 'incidents', [leak('late', '2025-04-10')])
  expect(await stateOf('incidents')).toEqual(['changed-since'])
  expect((await incidentsOf(world, '2026-H2')).figures).toMatchObject({
    ...{ baselineCount, baselineInRegister: baselineCount + 1 },
  })
  await reopenPeriod(world.ports, { period: '2025-H2', reason: 'a leak was found late', by: FIRST })
  await ready(world)
  await sealed(world)
  const { figures } = await incidentsOf(world, '2026-H2')
  expect(figures.baselineCount).toBe(baselineCount + 1)
  expect(figures.baselineInRegister).toBeUndefined()
  expect(await stateOf('incidents')).toEqual(['changed-since', 'unchanged'])
})

test('while a year runs, a register that its sealed baseline contradicts is not compared', async () => {
  const world = await closingWorld()
  await ready(world)
  await sealed(world)
  world.setToday('2026-08-01')
  await saveRegister(world.database, 'incidents', [leak('now', '2026-05-01')])
  const before = await incidentsOf(world, '2026-H2')
  expect(before.figures.baselineSoFar).toBeGreaterThan(0)
  expect(before.value).not.toBeNull()
  await saveRegister(world.database, 'incidents', [leak('late', '2025-04-10')])
  const now = await incidentsOf(world, '2026-H2')
  expect(now).toMatchObject({ reason: before.reason, status: before.status, value: null, interval: null })
  expect(now.figures).toMatchObject({ cap: before.figures.cap, baselineSoFar: null, rateReduction: null })
})

test('the run chart follows the register, the limit the seal, and both agree after the year is restated', async () => {
  const world = await closingWorld()
  await ready(world)
  await sealed(world)
  world.setToday('2027-02-01')
  const read = async () => {
    const [picture, { figures }] = [
      await drawLeaks(world.ports, { period: '2026-H2' }),
      await incidentsOf(world, '2026-H2'),
    ]
    if (!picture.ok) throw new Error(picture.fault.code)
    const { months, average } = picture.value.run
    const drawn = months
      .filter(({ month }) => month.startsWith('2025'))
      .reduce((sum, { leaks }) => sum + (leaks ?? 0), 0)
    return { drawn, average, baseline: figures.baselineCount }
  }
  const before = await read()
  expect(before.drawn).toBe(before.baseline)
  await saveRegister(world.database, 'incidents', [leak('late', '2025-04-10')])
  const late = await read()
  expect(late).toMatchObject({ drawn: before.drawn + 1, baseline: before.baseline })
  expect(late.average).toBeGreaterThan(before.average ?? 0)
  await reopenPeriod(world.ports, { period: '2025-H2', reason: 'a leak was found late', by: FIRST })
  await ready(world)
  await sealed(world)
  expect(await read()).toEqual({ ...late, baseline: before.baseline + 1 })
})
