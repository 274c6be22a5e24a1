import { sealedReportContent } from '@wayproof/letters/pdf/sealed-report-content'
import { expect, test } from 'vitest'
import { code, period, programme, words } from '../testing/closing-programme.ts'

test('each reader sees the steps of a closing', async () => {
  const { first, second, callerAs, executive, ready, signAll } = await programme()
  expect(await first.period.closing({ period })).toMatchObject({ stage: 'ended', seals: [], before: null })
  expect(await code(first.period.freeze({ period }))).toBe('improvement-missing')
  await ready()
  expect((await first.period.closing({ period })).lacking).toEqual([])
  const freeze = await first.period.freeze({ period })
  const view = await callerAs('human-resources').period.closing({ period })
  expect(view).toMatchObject({ stage: 'frozen', freeze: { id: freeze, by: 'Lin' } })
  expect(view.goals.filter(({ mine }) => mine).map(({ goal }) => goal)).toEqual(['staff-training'])
  expect(await code(callerAs('procurement').period.sign({ period, freeze, goal: 'staff-training' }))).toBe('not-owner')
  await signAll()
  expect((await first.period.closing({ period })).mayClose).toBe(false)
  expect((await second.period.closing({ period })).mayClose).toBe(true)
  expect((await executive.period.closing({ period })).mayClose).toBe(false)
  expect(await code(first.period.close({ period, freeze }))).toBe('second-person-needed')
  expect(await second.period.close({ period, freeze })).toEqual({ number: 1, told: 0 })
  const [seal] = (await executive.period.closing({ period })).seals
  expect(seal).toMatchObject({ version: 1, closedBy: 'Ma', clockOffset: null, changes: [] })
  expect(await executive.scorecard.forPeriod({ period })).toMatchObject({ seal: { code: seal?.code, people: 6 } })
  const { head, scorecard } = await executive.summary.preview({ period })
  expect([head, scorecard.seal?.code]).toEqual([{ code: seal?.code, number: 1, period }, seal?.code])
  expect(await first.period.verify({ code: null })).toMatchObject({ holds: true })
  expect(await first.period.verify({ code: seal?.code ?? '' })).toMatchObject({ holds: true, paper: { number: 1 } })
  expect(await code(first.period.verify({ code: 'nonsense' }))).toBe('head-mistyped')
})

test('an officer prints, publishes and withdraws the report of a closed half-year', async () => {
  const { services, first, second, executive, ready, signAll, join, send } = await programme()
  expect(await code(first.report.publish({ period }))).toBe('report-not-sealed')
  await ready()
  const freeze = await first.period.freeze({ period })
  await signAll()
  await second.period.close({ period, freeze })
  const report = await services.store.publicReports.sealed(period)
  const organisation = await services.store.organisation.get()
  if (!report || !organisation) throw new Error('nothing is sealed')
  const published = { on: '2026-08-28', address: 'https://survey.example/report/2026-H1' }
  const content = sealedReportContent(report, { locale: 'en', organisation, published })
  const sealCode = /Seal code: ([^"]+)"/.exec(JSON.stringify(content))?.[1] ?? ''
  expect(await first.period.verify({ code: sealCode })).toMatchObject({ holds: true, paper: { number: 1 } })
  expect(JSON.stringify(content)).not.toContain(words.action)
  const inside = sealedReportContent(report, { locale: 'en', organisation, published: null })
  expect(JSON.stringify(inside)).toContain(words.action)

  const { cookie } = await join('executive')
  const file = await send(`/export/report/${period}/zh-CN`, { headers: { cookie } })
  expect(
    Buffer.from(await file.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  expect((await send(`/export/report/${period}/zh-CN`)).status).toBe(401)
  for (const path of ['2025-H2/en', `${period}/de`, 'x/en'])
    expect((await send(`/export/report/${path}`, { headers: { cookie } })).status).toBe(404)
  await services.reportPrinter.close()
  const unprinted = await send(`/export/report/${period}/en`, { headers: { cookie } })
  expect([unprinted.status, await unprinted.text()]).toEqual([503, expect.stringContaining('could not be made')])

  const refusal = await executive.report.publish({ period }).catch((error: unknown) => error)
  expect(refusal).toMatchObject({ code: 'FORBIDDEN' })
  expect((await executive.report.standing({ period })).published).toBe(null)
  await first.report.publish({ period })
  expect(await code(second.report.publish({ period }))).toBe('report-published')
  expect(await executive.report.standing({ period })).toMatchObject({
    published: { by: 'Lin' },
    address: 'http://127.0.0.1:4310/report/2026-H1',
  })
  await second.report.withdraw({ period })
  expect(await code(first.report.withdraw({ period }))).toBe('report-not-published')
  expect(await services.store.publicReports.published()).toEqual([])
  await first.report.publish({ period })
})

test('the summary of the next half-year has the result of an improvement', async () => {
  const { first } = await programme()
  const text = { 'zh-CN': '三步', en: 'three steps' }
  const { id } = await first.improvement.choose({ period: '2025-H2', text, owner: 'customer-service' })
  expect(await first.summary.preview({ period })).toMatchObject({ cameOf: [], head: null })
  const done = { state: 'done', text: 'in use', seen: null } as const
  expect(await code(first.action.recordOutcome({ action: 'none', ...done }))).toBe('action-unknown')
  await first.action.recordOutcome({ action: id, state: 'under-way', text: 'half of it', seen: null })
  expect(await code(first.action.recordOutcome({ action: id, ...done }))).toBe('outcome-changed')
  const seen = (await first.action.list()).actions.find((action) => action.id === id)?.outcome?.recordedAt ?? null
  await first.action.recordOutcome({ action: id, ...done, seen })
  const { cameOf } = await first.summary.preview({ period })
  expect(cameOf).toEqual([{ action: text, state: 'done', outcome: 'in use' }])
  const { improvements } = await first.period.promised({ period })
  expect(improvements).toMatchObject([{ text, owner: 'customer-service', outcome: { state: 'done', text: 'in use' } }])
})

test('reopening needs a reason and a closed half-year, and no one closes while the clock is wrong', async () => {
  const { first, second, ready, signAll } = await programme({ clockOffset: 61_000 })
  expect(await code(first.period.reopen({ period, reason: 'late' }))).toBe('period-not-closed')
  await ready()
  const freeze = await first.period.freeze({ period })
  expect(await code(second.period.close({ period, freeze }))).toBe('unsigned')
  await signAll()
  expect(await code(second.period.close({ period, freeze }))).toBe('clock-off')
  expect(await first.period.takeBack({ period, freeze })).toBeNull()
  expect(await code(first.period.takeBack({ period, freeze }))).toBe('not-frozen')
})

test('an empty reason is a fault, and the reopening of a half-year can be canceled', async () => {
  const { first, second, ready, signAll } = await programme()
  await ready()
  const goal = () => first.scorecard.goal({ period, goal: 'customer-satisfaction' })
  const { improvements, choosing } = await goal()
  const id = improvements[0]?.id ?? ''
  expect(choosing).toBe(true)
  await first.period.freeze({ period })
  await second.period.close({ period, freeze: await signAll() })
  expect(await code(first.improvement.withdraw({ id }))).toBe('period-closed')
  expect((await goal()).choosing).toBe(false)
  expect(await code(first.period.reopen({ period, reason: '  ' }))).toBe('reason-missing')
  expect(await first.period.reopen({ period, reason: 'late exams' })).toBe(2)
  expect(await first.period.closing({ period })).toMatchObject({
    stage: 'reopened',
    reopening: { reason: 'late exams' },
  })
  expect((await goal()).choosing).toBe(true)
  expect(await first.scorecard.forPeriod({ period })).toMatchObject({ seal: { version: 1 } })
  expect(await second.period.leave({ period })).toBeNull()
  expect(await code(second.period.leave({ period }))).toBe('not-reopened')
  expect(await first.period.closing({ period })).toMatchObject({ stage: 'closed', changedSince: [] })
})

test('the first day of the program can be corrected with a reason until a half-year is frozen', async () => {
  const { first, second, executive, ready, signAll } = await programme()
  const correct = (day: string) => first.organisation.correctStart({ day, reason: 'typed wrong' })
  const dueOf = async () => (await executive.scorecard.goal({ goal: 'policy-publication', period })).verdict
  const verdictBefore = await dueOf()
  expect(await first.organisation.startPreview({ day: '2025-07-01' })).toEqual({ come: ['2025-H2'], go: [] })
  await correct('2025-07-01')
  expect((await executive.scorecard.periods()).available).toContain('2025-H2')
  expect(await dueOf()).not.toEqual(verdictBefore)
  expect(await first.organisation.startPreview({ day: '2026-01-01' })).toEqual({ come: [], go: ['2025-H2'] })
  expect(await code(correct('2025-07-01'))).toBe('programme-start-same')
  expect(await executive.organisation.start()).toMatchObject({
    changes: [{ from: '2026-01-01', to: '2025-07-01', reason: 'typed wrong', changedBy: 'Lin' }],
    fixed: null,
  })
  await correct('2026-01-01')
  await ready()
  await first.period.freeze({ period })
  expect(await code(correct('2025-07-01'))).toBe('programme-start-frozen')
  await second.period.close({ period, freeze: await signAll() })
  expect(await code(correct('2025-07-01'))).toBe('programme-start-sealed')
  expect(await executive.organisation.start()).toMatchObject({ fixed: 'programme-start-sealed' })
})
