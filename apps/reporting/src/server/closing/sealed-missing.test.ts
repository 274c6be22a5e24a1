import { readBridges } from '@wayproof/scorecard/read-bridges'
import { expect, test } from 'vitest'
import { period, programme } from '../testing/closing-programme.ts'
import { scorecardPorts } from '../trpc/ports.ts'

const goal = { period, goal: 'staff-training' } as const
const numbers = Array.from({ length: 9 }, (_, n) => `E${n}`)

/** A half-year that was closed when seven of nine people lacked its training. */
async function closedWithStaff() {
  const testApp = await programme()
  const { cookie } = await testApp.join('officer')
  const upload = async (register: string, rows: readonly string[]) => {
    const headers = { cookie, 'content-type': 'application/octet-stream' }
    const path = `/import/${register}?dryRun=false&fileName=${register}.csv`
    const answer = await testApp.send(path, { method: 'POST', body: rows.join('\n'), headers })
    expect(await answer.json()).toMatchObject({ ok: true })
  }
  const pass = async (staff: readonly string[]) => {
    const day = '2026-06-10T10:00:00+08:00'
    await upload('training-completions', ['number,completedAt', ...staff.map((n) => `${n},${day}`)])
    await upload('exam-attempts', ['number,takenAt,score', ...staff.map((n) => `${n},${day},95`)])
  }
  const roles = numbers.map((n) => `${n},guide,guides,2020-01-01,`)
  await upload('staff-roles', ['number,role,unit,startDay,endDay', ...roles])
  await pass(numbers.slice(7))
  await testApp.ready()
  const freeze = await testApp.first.period.freeze({ period })
  await testApp.signAll()
  await testApp.second.period.close({ period, freeze })
  return { ...testApp, pass }
}

test('the goal page of a closed half-year keeps its missing records and reasons after a later import', async () => {
  const { first, executive, pass } = await closedWithStaff()
  const { missing: missingBefore } = await first.scorecard.goal(goal)
  const sealedList = { origin: 'sealed', deleted: 0, altered: false }
  expect(missingBefore).toMatchObject([
    { period: '2026-Q1', ...sealedList, rows: { length: 9 } },
    { period: '2026-Q2', ...sealedList, rows: { length: 7 } },
  ])
  expect(missingBefore[1]?.rows[0]).toMatchObject({ key: 'E0', why: 'modules-missing' })
  await pass(numbers.slice(0, 5))
  expect((await first.scorecard.goal(goal)).missing).toEqual(missingBefore)
  expect((await executive.scorecard.goal(goal)).missing[1]?.rows).toEqual([{ unit: 'guides', people: 7 }])
  const runningView = await first.scorecard.goal({ ...goal, period: '2026-H2' })
  expect(runningView.missing[0]).toMatchObject({ origin: 'today', deleted: 0, altered: false })
})

test('an undo of a sealed import is announced before it happens, and shown on the pages of that seal', async () => {
  const { first, second, pass, ready, signAll } = await closedWithStaff()
  const history = () => first.register.history({ register: 'exam-attempts' })
  const [sealedImport] = await history()
  expect(sealedImport).toMatchObject({ fileName: 'exam-attempts.csv', sealedIn: [period] })
  await pass(numbers.slice(0, 2))
  const [laterImport] = await history()
  expect(laterImport).toMatchObject({ sealedIn: [] })
  const undo = (importId = '') =>
    first.register.undoImport({ register: 'exam-attempts', importId, reason: 'the wrong file' })
  expect(await undo(laterImport?.id)).toMatchObject({ ok: true })
  expect((await first.scorecard.goal(goal)).undone).toEqual([])

  expect(await undo(sealedImport?.id)).toMatchObject({ ok: true })
  const { undone, missing } = await first.scorecard.goal(goal)
  expect(undone).toMatchObject([{ id: sealedImport?.id, register: 'exam-attempts', fileName: 'exam-attempts.csv' }])
  expect(missing[1]?.rows).toHaveLength(7)
  expect((await first.scorecard.goal({ period, goal: 'partner-audit' })).undone).toEqual([])
  expect((await first.period.closing({ period })).undone).toEqual(undone)
  expect(await first.period.verify({ code: null })).toMatchObject({ holds: true })

  await first.period.reopen({ period, reason: 'the wrong file' })
  await ready()
  const freeze = await first.period.freeze({ period })
  await signAll()
  expect((await first.scorecard.goal(goal)).undone).toHaveLength(1)
  await second.period.close({ period, freeze })
  const restated = await first.scorecard.goal(goal)
  expect(restated.undone).toEqual([])
  expect(restated.missing[1]?.rows).toHaveLength(9)
})

test('a closed half-year keeps its bridge after a later import, and an older seal says that it has none', async () => {
  const { first, executive, services, send, join } = await closedWithStaff()
  const before = (await first.scorecard.goal(goal)).bridges
  expect(before).toMatchObject([
    { period: '2026-Q1', atStart: 9, atEnd: 9, origin: 'sealed', changed: false },
    { period: '2026-Q2', atStart: 9, atEnd: 9, origin: 'sealed', changed: false },
  ])
  const { cookie } = await join('officer', 'later@x.example')
  const body = 'number,role,unit,startDay,endDay\nE0,guide,guides,2020-01-01,2026-05-20'
  const headers = { cookie, 'content-type': 'application/octet-stream' }
  const path = '/import/staff-roles?dryRun=false&fileName=staff.csv'
  expect(await (await send(path, { method: 'POST', body, headers })).json()).toMatchObject({ ok: true })
  const [q1, q2] = (await first.scorecard.goal(goal)).bridges
  expect(q1).toMatchObject({ atStart: 9, atEnd: 9, origin: 'sealed', changed: false })
  expect(q2).toMatchObject({ atStart: 9, atEnd: 9, steps: { left: 0 }, origin: 'sealed', changed: true })
  expect(q2?.rows).toMatchObject([{ line: 'left', key: 'E0', on: '2026-05-20', event: 'left-late' }])
  expect((await executive.scorecard.goal(goal)).bridges[1]).toMatchObject({ rows: [], rowsHidden: true, atEnd: 9 })
  expect(await first.period.verify({ code: null })).toMatchObject({ holds: true })

  const { bridges: _, ...older } = (await services.store.sealed(period)) ?? {}
  const read = await readBridges(scorecardPorts(services), goal, { seal: null, ...older })
  expect(read.ok && read.value.map(({ origin }) => origin)).toEqual(['not-sealed', 'not-sealed'])
})
