import { openCase } from '@wayproof/evidence/rights/open-case'
import { showOwnCase } from '@wayproof/evidence/rights/show-case'
import { showOwnReport } from '@wayproof/evidence/whistle-blowing/show-report'
import { takeReport } from '@wayproof/evidence/whistle-blowing/take-report'
import { writeToHandler } from '@wayproof/evidence/whistle-blowing/write-to-handler'
import { newSecretCode } from '@wayproof/kernel/secrets/secret-code'
import { expect, test } from 'vitest'
import { openApp } from '../testing/open-app.ts'
import { createContextInner } from '../trpc/context.ts'
import { rightsPorts, whistlePorts } from '../trpc/ports.ts'
import { appRouter } from '../trpc/router.ts'

const DAY = 24 * 60

async function opened() {
  const app = await openApp()
  const { services, join } = app
  const callerAs = async (role: Parameters<typeof join>[0]) =>
    appRouter.createCaller(createContextInner(services, { user: (await join(role)).person }))
  const words = (text: string) => ({ formCode: newSecretCode(services.tokens), text, locale: 'en' }) as const
  const codeOf = (outcome: { ok: true; value: { caseCode: string } } | { ok: false }) =>
    outcome.ok ? outcome.value.caseCode : ''
  const report = async (text: string) =>
    codeOf(await takeReport(whistlePorts(services), { ...words(text), reporter: 'staff', contact: null }))
  const ask = async (text: string, contact: string | null = null) =>
    codeOf(await openCase(rightsPorts(services), { ...words(text), kind: 'access', regime: 'china', contact }))
  return { ...app, callerAs, report, ask }
}

const untouchedIds = (open: readonly { readonly id: string; readonly isUntouched: boolean }[]) =>
  open.filter(({ isUntouched }) => isUntouched).map(({ id }) => id)

test('a handler closes a flood of reports at once; answered ones stay, and a real reporter opens theirs again', async () => {
  const { callerAs, report, pass, services } = await opened()
  const handler = await callerAs('case-handler')
  const answered = await report('A list is sold')
  const [{ id: answeredId = '' } = {}] = (await handler.whistle.list()).open
  await handler.whistle.write({ id: answeredId, text: 'Which one?', purpose: 'question' })
  const real = await report('Another list is sold')
  for (let n = 0; n < 30; n += 1) await report(`flood ${n}`)
  const before = await handler.whistle.list()
  const ids = untouchedIds(before.open)
  expect([before.open.length, ids.length, ids.includes(answeredId)]).toEqual([32, 31, false])
  // Reports that arrived after the list was read, or were answered since, stay open.
  await report('arrives meanwhile')
  expect(await handler.whistle.closeFlood({ ids: [...ids, answeredId] })).toBe(31)
  await expect(handler.whistle.closeFlood({ ids })).rejects.toThrow('changed-meanwhile')
  const after = await handler.whistle.list()
  expect([after.open.length, after.closed.length, after.floods]).toEqual([
    ...[2, 0, [{ closedOn: '2026-07-01', from: '2026-07-01', to: '2026-07-01', entries: 31 }]],
  ])
  const ports = whistlePorts(services)
  expect(await showOwnReport(ports, { caseCode: real })).toMatchObject({
    value: { report: { status: 'closed', outcome: 'flood' } },
  })
  pass(DAY)
  expect(await writeToHandler(ports, { caseCode: real, text: 'It is real.' })).toMatchObject({ ok: true })
  expect(await showOwnReport(ports, { caseCode: real })).toMatchObject({
    value: { report: { status: 'received', outcome: null, closedOn: null }, messages: [{}, {}] },
  })
  expect(await handler.whistle.reopenFlood({ closedOn: '2026-07-01' })).toBe(30)
  await expect(handler.whistle.reopenFlood({ closedOn: '2026-07-01' })).rejects.toThrow('changed-meanwhile')
  const all = await handler.whistle.list()
  expect([all.open.length, all.floods]).toEqual([33, []])
  expect(await showOwnReport(ports, { caseCode: answered })).toMatchObject({ ok: true })
})

test('the desk closes a flood of requests at once, except those whose address was confirmed', async () => {
  const { callerAs, ask, services } = await opened()
  const officer = await callerAs('officer')
  const confirmed = await ask('Mine', 'ann@mail.example')
  const ports = rightsPorts(services)
  const own = await showOwnCase(ports, { caseCode: confirmed })
  if (own.ok) await services.store.rights.markChecked(own.value.case.id, '2026-07-01')
  for (let n = 0; n < 25; n += 1) await ask(`flood ${n}`, n % 2 ? `stranger${n}@mail.example` : null)
  const ids = untouchedIds((await officer.rights.list()).open)
  expect(ids).toHaveLength(25)
  expect(await officer.rights.closeFlood({ ids })).toBe(25)
  const list = await officer.rights.list()
  expect([list.open.length, list.closed, list.floods.map(({ entries }) => entries)]).toEqual([1, [], [25]])
  expect(await officer.rights.reopenFlood({ closedOn: '2026-07-01' })).toBe(25)
})

test('only those who handle the entries close and reopen a flood of them, and the input is bounded', async () => {
  const { callerAs, report, ask } = await opened()
  const [officer, handler] = [await callerAs('officer'), await callerAs('case-handler')]
  await report('A list is sold')
  await ask('Mine')
  const [reports, requests] = [
    untouchedIds((await handler.whistle.list()).open),
    untouchedIds((await officer.rights.list()).open),
  ]
  for (const other of [officer, await callerAs('executive'), await callerAs('auditor')])
    await expect(other.whistle.closeFlood({ ids: reports })).rejects.toThrow('FORBIDDEN')
  for (const other of [handler, await callerAs('procurement')])
    await expect(other.rights.closeFlood({ ids: requests })).rejects.toThrow('FORBIDDEN')
  await expect(handler.whistle.reopenFlood({ closedOn: '2026-02-30' })).rejects.toThrow()
  for (const ids of [[], ['x'], Array<string>(2001).fill(reports[0] ?? '')])
    await expect(handler.whistle.closeFlood({ ids })).rejects.toThrow()
  // An ID of the other kind closes nothing.
  await expect(handler.whistle.closeFlood({ ids: requests })).rejects.toThrow('changed-meanwhile')
})
