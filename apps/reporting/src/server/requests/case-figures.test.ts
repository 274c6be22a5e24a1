import { openCase } from '@wayproof/evidence/rights/open-case'
import type { CaseKind } from '@wayproof/evidence/rights/rights-case'
import { takeReport } from '@wayproof/evidence/whistle-blowing/take-report'
import { startOfDay } from '@wayproof/kernel/calendar/calendar-date'
import { newSecretCode } from '@wayproof/kernel/secrets/secret-code'
import { expect, test } from 'vitest'
import { openApp } from '../testing/open-app.ts'
import { createContextInner } from '../trpc/context.ts'
import { rightsPorts, whistlePorts } from '../trpc/ports.ts'
import { appRouter } from '../trpc/router.ts'

const DAY = '2025-09-01'
const PERIODS = ['2025-H1', '2025-H2'] as const

/** A reader of half-years that have ended, in which anybody can still be made to have written. */
async function afterTheEnd() {
  const { services, send, join } = await openApp()
  await join('case-handler')
  const { person, cookie } = await join('executive')
  const reader = appRouter.createCaller(createContextInner(services, { user: person }))
  const then = { ...services, clock: { now: () => startOfDay(DAY, services.timeZone) } }
  const common = { text: 'A list is sold.', contact: null, locale: 'en' } as const
  const repeat = async (times: number, work: () => Promise<unknown>) => {
    for (let n = 0; n < times; n += 1) await work()
  }
  const formCode = () => newSecretCode(services.tokens)
  const report = () => takeReport(whistlePorts(then), { ...common, formCode: formCode(), reporter: 'staff' })
  const request = (kind: CaseKind) => () =>
    openCase(rightsPorts(then), { ...common, formCode: formCode(), kind, regime: 'eu' })
  const valuesOf = async (period: string) => {
    const { measures } = await reader.measure.list({ period })
    return new Map(measures.flatMap(({ indicators }) => indicators.map(({ id, value }) => [id, value])))
  }
  const seen = async () =>
    JSON.stringify([
      ...(await Promise.all(PERIODS.map(async (period) => [...(await valuesOf(period))]))),
      await reader.measure.cases({ period: '2025-H2' }),
      await reader.measure.history({ period: '2026-H2' }),
      await (await send('/export/cases.csv?period=2025-H2', { headers: { cookie } })).text(),
    ])
  return { services, send, cookie, reader, repeat, report, request, valuesOf, seen }
}

test('the reports of a year are a rounded number of its second half-year; nine and none look the same', async () => {
  const { repeat, report, valuesOf, seen } = await afterTheEnd()
  const none = await seen()
  await repeat(9, report)
  expect(await seen()).toBe(none)
  await repeat(1, report)
  const values = await valuesOf('2025-H2')
  expect(values.get('whistle-blower-reports')).toEqual({ kind: 'people', atLeast: 10, fewerThan: 10 })
  const share = { kind: 'coarse', share: { kind: 'below', value: 0.2 }, people: 10 }
  expect([values.get('reports-acknowledged'), values.get('reports-closed')]).toEqual([share, share])
  const ten = await seen()
  await repeat(9, report)
  expect(await seen()).toBe(ten)
  const first = await valuesOf('2025-H1')
  for (const id of ['whistle-blower-reports', 'reports-acknowledged', 'reports-closed'] as const)
    expect(first.get(id)).toEqual({ kind: 'unknown', missing: 'with-the-year' })
})

test('requests and complaints of an ended half-year are counted in tens, groups of few and of none alike', async () => {
  const { send, cookie, reader, repeat, request, seen } = await afterTheEnd()
  const none = await seen()
  await repeat(5, request('complaint'))
  await repeat(4, request('access'))
  expect(await seen()).toBe(none)
  await repeat(7, request('access'))
  expect((await reader.measure.cases({ period: '2025-H2' })).groups).toEqual([
    { margin: 'kind', category: 'access', people: 10 },
    { margin: 'regime', category: 'eu', people: 10 },
    { margin: 'channel', category: 'page', people: 10 },
  ])
  const [, ...lines] = (await (await send('/export/cases.csv?period=2025-H2', { headers: { cookie } })).text())
    .trimEnd()
    .split('\r\n')
  expect(lines.map((line) => line.split(',').at(-1))).toEqual(Array(3).fill('at least 10'))
})

test('a half-year that runs has no figures of requests', async () => {
  const { send, cookie, reader, valuesOf } = await afterTheEnd()
  expect(await reader.measure.cases({ period: '2026-H2' })).toMatchObject({ groups: null })
  expect((await send('/export/cases.csv?period=2026-H2', { headers: { cookie } })).status).toBe(422)
  const values = await valuesOf('2026-H2')
  for (const id of ['requests-in-time', 'days-to-answer', 'complaints', 'complaints-answered'] as const)
    expect(values.get(id)).toEqual({ kind: 'unknown', missing: 'half-year-running' })
})

test('a raised smallest group applies to cases, too', async () => {
  const { services, repeat, request, reader } = await afterTheEnd()
  await repeat(19, request('access'))
  const raised = { ...services, rules: { ...services.rules, smallestGroup: 20 } }
  const user = { id: 'e', name: 'E', email: 'e@x.example', role: 'executive', locale: 'en' } as const
  const other = appRouter.createCaller(createContextInner(raised, { user }))
  const groupsOf = async (caller: typeof reader) => (await caller.measure.cases({ period: '2025-H2' })).groups
  expect([(await groupsOf(reader))?.length, await groupsOf(other)]).toEqual([3, []])
})
