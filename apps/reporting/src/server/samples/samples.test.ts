import { TRPCError } from '@trpc/server'
import type { UserRole } from '@wayproof/accounts/accounts/person'
import { TRACED_FIGURES } from '@wayproof/scorecard/sample/traced-figure'
import { expect, test } from 'vitest'
import { openApp } from '../testing/open-app.ts'
import { createContextInner } from '../trpc/context.ts'
import { FaultError } from '../trpc/fault-to-trpc.ts'
import { appRouter } from '../trpc/router.ts'

const period = '2026-H1'
const source = { fileName: 'p.csv', digest: 'd', importedBy: 'p' }

async function programme() {
  const app = await openApp()
  const { services, join } = app
  const organisation = { nameZh: '远行', nameEn: 'Faraway', contactEmail: 'p@x.example', programmeStart: '2025-01-01' }
  await services.store.organisation.save({ ...organisation, baselineYear: null, sample: false })
  const callerAs = (role: UserRole, name: string = role) =>
    appRouter.createCaller(
      createContextInner(services, { user: { id: name, name, email: `${name}@x.example`, role, locale: 'en' } }),
    )
  const write = (register: string, texts: Record<string, string>) =>
    callerAs('officer').registerRow.write({ register, what: { kind: 'add', texts }, reason: 'first entry' } as never)
  return { ...app, join, callerAs, write, source }
}

const code = async (call: Promise<unknown>) => {
  const error = await call.then(
    () => null,
    (cause: unknown) => cause,
  )
  if (error instanceof TRPCError && error.cause instanceof FaultError) return error.cause.fault.code
  return error instanceof TRPCError ? error.code : error
}

test('an auditor draws, fills in and seals a sample; everyone else reads', async () => {
  const { callerAs, write, join, send, services } = await programme()
  for (const n of [1, 2, 3])
    expect(
      await write('partners', {
        id: `P${n}`,
        name: `=Partner ${n}`,
        service: 'hotel',
        processesPersonalData: 'yes',
        onboarded: '2024-01-01',
        offboarded: '',
      }),
    ).toMatchObject({ ok: true })
  const auditor = callerAs('auditor')
  const rowsInput = { figure: 'partner-audit', period, show: 'all', page: 1 } as const
  const trace = await callerAs('executive').sample.trace(rowsInput)
  expect(trace).toMatchObject({ total: { numerator: 0, denominator: 3 }, count: 3, sides: { denominator: 3 } })
  expect(trace.rows?.[0]?.places).toEqual([{ register: 'partners', key: '["P1"]' }])
  expect((await auditor.sample.trace({ ...rowsInput, show: 'counted' })).rows).toEqual([])
  const drawing = { figure: 'partner-audit', period, side: 'denominator', size: 2 } as const
  for (const size of [0, 4, 1.5]) expect(await code(auditor.sample.draw({ ...drawing, size }))).toBe('sample-size')
  for (const role of ['officer', 'procurement', 'executive'] as const)
    expect(await code(callerAs(role).sample.draw(drawing))).toBe('FORBIDDEN')
  const { id: sample } = await auditor.sample.draw(drawing)
  const row = { sample, number: 1, seen: 0, result: 'differs', note: 'another name' } as const
  expect(await code(callerAs('officer').sample.record(row))).toBe('FORBIDDEN')
  expect(await code(callerAs('auditor', 'second').sample.record({ ...row, note: '' }))).toBe('note-missing')
  await auditor.sample.record(row)
  expect(await code(callerAs('auditor', 'second').sample.record(row))).toBe('result-changed')
  expect(await code(auditor.sample.seal({ sample }))).toBe('sample-unfinished')
  await auditor.sample.record({ ...row, number: 2, result: 'agrees', note: '' })
  await auditor.sample.seal({ sample })
  expect(await code(auditor.sample.record({ ...row, seen: 1 }))).toBe('sample-sealed')
  const shownSample = await callerAs('procurement').sample.show({ sample })
  expect(shownSample.standing).toMatchObject({ size: 2, done: 2, errors: 1 })
  expect(shownSample.rows?.map(({ finding }) => finding?.result)).toEqual(['differs', 'agrees'])
  expect((await callerAs('officer').sample.list({ period })).map(({ sealed }) => sealed?.code)).toEqual([
    shownSample.sealed?.code,
  ])
  expect(await callerAs('officer').period.verify({ code: shownSample.sealed?.code ?? '' })).toMatchObject({
    holds: true,
  })
  expect(await code(auditor.sample.show({ sample: services.ids.next() }))).toBe('sample-unknown')

  const { cookie } = await join('auditor')
  const file = async (form: string) => send(`/export/sample/${sample}/${form}`, { headers: { cookie } })
  const text = await (await file('csv')).text()
  expect(text).toContain(shownSample.sealed?.code)
  expect(text).toContain(shownSample.seed)
  expect(text).toMatch(/differs,another name/)
  expect(text).not.toMatch(/(^|,)"?=Partner/m)
  const sheet = Buffer.from(await (await file('xlsx')).arrayBuffer())
  expect(sheet.subarray(0, 2).toString()).toBe('PK')
  expect((await file('pdf')).status).toBe(404)
  expect((await send(`/export/sample/${sample}/csv`)).status).toBe(401)
})

test('a user who may not see single staff members sees neither their records nor their worksheet', async () => {
  const { callerAs, write, join, send } = await programme()
  for (const n of [1, 2])
    expect(
      await write('staff-roles', {
        number: `E-77${n}`,
        role: 'agent',
        unit: 'shop',
        startDay: '2024-01-01',
        endDay: '',
      }),
    ).toMatchObject({ ok: true })
  const rowsInput = { figure: 'staff-training', period, show: 'all', page: 1 } as const
  expect((await callerAs('human-resources').sample.trace(rowsInput)).rows).toHaveLength(2)
  expect(await callerAs('executive').sample.trace(rowsInput)).toMatchObject({ rows: null, total: { denominator: 2 } })
  const { id: sample } = await callerAs('auditor').sample.draw({
    figure: 'staff-training',
    period,
    side: 'denominator',
    size: 1,
  })
  expect((await callerAs('auditor').sample.show({ sample })).rows).toHaveLength(1)
  expect(await callerAs('executive').sample.show({ sample })).toMatchObject({ rows: null, standing: { size: 1 } })
  const { cookie } = await join('executive')
  expect(await (await send(`/export/sample/${sample}/csv`, { headers: { cookie } })).text()).not.toContain('E-77')
})

test('every figure shows its records, even if there are none', async () => {
  const { callerAs } = await programme()
  for (const figure of TRACED_FIGURES)
    expect(await callerAs('auditor').sample.trace({ figure, period, show: 'all', page: 1 })).toMatchObject({
      asOf: '2026-06-30',
      recordedOn: '2026-07-01',
    })
})
