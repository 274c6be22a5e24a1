import { createHash } from 'node:crypto'
import type { ApiScope } from '@wayproof/accounts/accounts/api-key-store'
import { REGISTER_IDS, type RegisterId, registers } from '@wayproof/evidence/register'
import { API_SCOPES } from '@wayproof/evidence/registers/api-scopes'
import { messages } from '@wayproof/messages/messages'
import { beforeEach, expect, test } from 'vitest'
import { undoForKeeper } from '../registers/register-router.ts'
import { makeApiKey } from '../settings/api-key-router.ts'
import { openApp } from '../testing/open-app.ts'

const partner = { id: 'P1', name: 'Hotel', service: 'rooms', processesPersonalData: true, onboarded: '2024-01-01' }
const audit = { partnerId: 'P1', reportDate: '2026-02-01', result: 'pass', fullScope: true, evidenceClass: 'document' }

type Call = Omit<RequestInit, 'headers'> & { readonly headers?: Record<string, string> }

async function openApi() {
  const opened = await openApp()
  const { person, cookie } = await opened.join('officer')
  const keyOf = async (name: string, scopes: readonly ApiScope[]) => {
    const key = await makeApiKey(opened.services, { name, scopes, actor: person })
    if (!key.ok) throw new Error(key.fault.code)
    return key.value.token
  }
  const allScopesToken = await keyOf('HR system', API_SCOPES)
  const call = (register: string, init: Call = {}, token = allScopesToken, query = '') =>
    opened.send(`/api/v1/registers/${register}/rows${query}`, {
      ...init,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...init.headers },
    })
  const sendRows = (register: string, rows: unknown, headers: Record<string, string> = {}, token = allScopesToken) =>
    call(register, { method: 'POST', body: JSON.stringify(rows), headers }, token)
  const list = async (register: string, query = '') => (await call(register, {}, allScopesToken, query)).json()
  const upload = (register: RegisterId, body: string) =>
    opened.send(`/import/${register}?dryRun=false&fileName=file.csv`, {
      method: 'POST',
      body,
      headers: { cookie, 'content-type': 'application/octet-stream' },
    })
  return { ...opened, person, cookie, keyOf, call, sendRows, list, upload }
}

let openedApp: Awaited<ReturnType<typeof openApi>>
beforeEach(async () => {
  openedApp = await openApi()
})

test('rows are written and read in one format, and each names its key, digest and place', async () => {
  const { sendRows, list, services } = openedApp
  const rows = [partner, { ...partner, id: 'P2', offboarded: '2026-05-01' }, { ...partner, id: 'P3' }]
  expect(await (await sendRows('partners', rows)).json()).toEqual({ rows: 3, added: 3, changed: 0, unchanged: 0 })
  const first = await list('partners', '?limit=2')
  expect(first).toMatchObject({
    rows: [
      { key: '["P1"]', row: { ...partner, offboarded: null } },
      { key: '["P2"]', row: { offboarded: '2026-05-01' } },
    ],
    next: '["P2"]',
  })
  expect(first.rows[1].source).toEqual({
    fileName: 'POST /api/v1/registers/partners/rows',
    digest: createHash('sha256').update(JSON.stringify(rows)).digest('hex'),
    rowNumber: 2,
    at: '2026-07-01T09:00:00.000Z',
    by: 'HR system',
    byKey: true,
  })
  const second = await list('partners', `?limit=2&after=${encodeURIComponent(first.next)}`)
  expect(second).toMatchObject({ rows: [{ key: '["P3"]' }], next: null })
  const allRows = [...first.rows, ...second.rows].map(({ row }) => row)
  expect(await (await sendRows('partners', allRows)).json()).toMatchObject({ unchanged: 3 })
  const attempts = [{ number: '7', takenAt: '2026-01-10T10:00:00+08:00', score: 92 }]
  expect((await sendRows('exam-attempts', attempts)).status).toBe(200)
  const [exam] = (await list('exam-attempts')).rows
  expect(exam.row).toEqual({ number: '7', takenAt: '2026-01-10T02:00:00.000Z', score: 92 })
  // A plain hash of a record about one person would identify that person.
  expect(exam.source.digest).not.toBe(createHash('sha256').update(JSON.stringify(attempts)).digest('hex'))
  const surface = { id: 'S', name: 'Web', kind: 'website', url: 'https://x.example', languages: ['zh-CN', 'en'] }
  const storedSurface = { ...surface, collectsPersonalData: true, activeFrom: '2024-01-01', activeTo: null }
  expect((await sendRows('policy-surfaces', [storedSurface])).status).toBe(200)
  expect((await list('policy-surfaces')).rows[0].row).toEqual({ ...storedSurface, languages: ['en', 'zh-CN'] })
  // The check of a seal reports the later import.
  expect((await services.store.registers.history('partners')).length).toBe(2)
})

test('one faulty row rejects the whole request with place and field, by the checks of an import', async () => {
  const { sendRows, list } = openedApp
  await sendRows('partners', [partner])
  const answer = await sendRows(
    'partner-audits',
    [audit, { ...audit, partnerId: 'P9' }, { ...audit, result: 'good' }],
    {
      'accept-language': 'en',
    },
  )
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-language')]).toEqual([
    422,
    'application/problem+json',
    'en',
  ])
  expect(await answer.json()).toMatchObject({
    type: 'urn:wayproof:bad-rows',
    status: 422,
    rows: [
      { row: 2, field: 'partnerId', code: 'unknown-partner' },
      { row: 3, field: 'result', code: 'bad-value', message: expect.stringContaining('pass, fail') },
    ],
  })
  expect((await list('partner-audits')).rows).toEqual([])
  const numbers = await sendRows('exam-attempts', [{ number: '1', takenAt: '2026-01-10T10:00:00Z', score: 101 }])
  expect((await numbers.json()).rows).toMatchObject([{ row: 1, field: 'score', code: 'bad-number' }])
  const exact = await sendRows('bookings', [{ month: '2026-01', channel: 'app', count: 1e300 }, { count: '5' }])
  expect((await exact.json()).rows.map(({ code }: { code: string }) => code)).toEqual([
    'bad-number',
    'required',
    'required',
    'bad-number',
  ])
})

test('a request runs once for an idempotency key, and its response is stored in the same transaction', async () => {
  const { sendRows, pass, services } = openedApp
  const idempotencyHeader = { 'idempotency-key': 'n1' }
  const first = await (await sendRows('partners', [partner], idempotencyHeader)).text()
  await sendRows('partners', [{ ...partner, name: 'Inn' }])
  expect(await (await sendRows('partners', [partner], idempotencyHeader)).text()).toBe(first)
  expect((await services.store.rows.find('partners', '["P1"]'))?.cells.name).toBe('Inn')
  const otherPartner = await sendRows('partners', [{ ...partner, name: 'Other' }], idempotencyHeader)
  expect([otherPartner.status, (await otherPartner.json()).code]).toEqual([422, 'asked-otherwise'])
  // The same bytes for another register are another request.
  expect((await (await sendRows('systems', [partner], idempotencyHeader)).json()).code).toBe('asked-otherwise')
  const responses = await Promise.all([
    sendRows('partners', [{ ...partner, id: 'P2' }], { 'idempotency-key': 'n2' }),
    sendRows('partners', [{ ...partner, id: 'P2' }], { 'idempotency-key': 'n2' }),
  ])
  // The second request is refused while the first runs, or gets its response.
  expect([
    [200, 409],
    [200, 200],
  ]).toContainEqual(responses.map(({ status }) => status).sort())
  const done = await Promise.all(responses.filter(({ status }) => status === 200).map((response) => response.json()))
  for (const response of done) expect(response).toEqual({ ...done[0], added: 1 })
  pass(24 * 60 + 1)
  expect(await (await sendRows('partners', [partner], idempotencyHeader)).json()).toMatchObject({ changed: 1 })
})

test('a key has the permissions of its scopes only, and every refusal is a problem in the requested language', async () => {
  const { keyOf, sendRows, call } = openedApp
  const narrow = await keyOf('Booking system', ['bookings:write', 'partners:read'])
  const booking = [{ month: '2026-01', channel: 'app', count: 5 }]
  expect((await sendRows('bookings', booking, {}, narrow)).status).toBe(200)
  expect((await call('partners', {}, narrow)).status).toBe(200)
  const refusals: [Response, number, keyof (typeof zh)['api']['faults']][] = [
    [await sendRows('partners', [partner], {}, narrow), 403, 'not-in-scope'],
    [await call('bookings', {}, narrow), 403, 'not-in-scope'],
    [await sendRows('partners', [partner], {}, 'x'), 401, 'no-key'],
    [await sendRows('unicorns', [partner]), 404, 'register-unknown'],
    [await call('travelers'), 404, 'register-unknown'],
    [await sendRows('partners', []), 400, 'no-rows'],
    [await sendRows('partners', Array(5_001).fill(1)), 413, 'too-many-rows'],
    [await sendRows('partners', ['x'.repeat(4 * 1024 * 1024)]), 413, 'body-too-large'],
    [await sendRows('partners', [partner], { 'content-type': 'text/csv' }), 415, 'not-json'],
    [await call('partners', {}, undefined, '?limit=0'), 400, 'bad-query'],
    [await call('partners', {}, undefined, '?after=x'), 400, 'bad-query'],
  ]
  for (const [answer, status, code] of refusals) {
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(await answer.json()).toMatchObject({ status, code, title: zh.api.faults[code] })
    expect(answer.status).toBe(status)
  }
  for (let n = 0; n < 30; n += 1) await call('partners', {}, 'x')
  const limited = await call('partners', {}, 'x')
  expect([limited.status, Number(limited.headers.get('retry-after')) > 0]).toEqual([429, true])
})
const zh = messages('zh-CN')

test('the description lists every register with its own fields, and every reference resolves', async () => {
  const { app } = openedApp
  const api = await (await app.request('/api/openapi.json', { headers: { 'accept-language': 'en' } })).json()
  expect(api.openapi).toBe('3.1.0')
  for (const register of REGISTER_IDS) {
    const schema = api.components.schemas[register]
    expect(Object.keys(schema.properties)).toEqual(registers[register].fields.map(({ name }) => name))
    const { get, post } = api.paths[`/api/v1/registers/${register}/rows`]
    expect([get.security, post.security]).toEqual([[{ key: [] }], [{ key: [] }]])
    expect([get, post].map((operation) => operation['x-required-scope'])).toEqual([
      `${register}:read`,
      `${register}:write`,
    ])
    for (const property of Object.values<{ description: string }>(schema.properties))
      expect(property.description).toBeTruthy()
  }
  const references = [...JSON.stringify(api).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
    ([, name]) => name,
  )
  expect(new Set(references).size).toBeGreaterThan(2 * REGISTER_IDS.length)
  for (const name of references) expect(api.components.schemas).toHaveProperty(name ?? '')
  const ids = Object.values<Record<string, { operationId: string }>>(api.paths).flatMap((path) =>
    Object.values(path).map(({ operationId }) => operationId),
  )
  expect(new Set(ids).size).toBe(ids.length)
})

test("an import by key is undone like a file's; the undo is refused with the reason if records were changed", async () => {
  const { sendRows, services, person, upload } = openedApp
  await sendRows('partners', [partner, { ...partner, id: 'P2' }])
  await sendRows('partner-audits', [audit])
  const last = async () => (await services.store.registers.history('partners'))[0]?.id ?? services.ids.next()
  const undo = async () =>
    undoForKeeper(services, person, { register: 'partners', importId: await last(), reason: 'sent twice' })
  expect(await undo()).toMatchObject({ fault: { code: 'row-referred-to', registers: ['partner-audits'] } })
  await sendRows('partners', [{ ...partner, name: 'Inn' }])
  expect(await undo()).toMatchObject({ ok: true, value: { added: 0, changed: 1 } })
  await sendRows('partners', [{ ...partner, name: 'Inn' }])
  const corrected = await services.store.rows.write(
    'partners',
    { at: services.clock.now(), by: person.id, reason: 'x' },
    async () => ({
      ok: true,
      value: [{ kind: 'put', cells: { ...partner, name: 'Lodge', offboarded: null } }],
    }),
  )
  expect(corrected.ok).toBe(true)
  expect(await undo()).toMatchObject({ fault: { code: 'import-touched', keys: ['["P1"]'] } })
  // The later file comes first in the list, and is itself undone.
  const csv = 'id,name,service,processesPersonalData,onboarded,offboarded\nP3,New,x,no,2025-01-01,\n'
  expect((await upload('partners', csv)).status).toBe(200)
  expect(await undo()).toMatchObject({ ok: true, value: { added: 1 } })
})

test('a file and concurrent requests are each written whole, and rows never refer to removed records', async () => {
  const { sendRows, upload, services, person } = openedApp
  const partnersNamed = (name: string) => Array.from({ length: 300 }, (_, n) => ({ ...partner, id: `P${n}`, name }))
  const csv = ['id,name,service,processesPersonalData,onboarded,offboarded']
    .concat(partnersNamed('file').map(({ id, name }) => `${id},${name},rooms,yes,2024-01-01,`))
    .join('\n')
  const answers = await Promise.all([
    upload('partners', csv),
    sendRows('partners', partnersNamed('one')),
    sendRows('partners', partnersNamed('two')),
    upload('partners', csv),
  ])
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  const { rows } = await services.store.rows.page('partners', {
    find: '',
    filters: [],
    sort: null,
    offset: 0,
    limit: 1_000,
  })
  expect([rows.length, new Set(rows.map(({ cells }) => cells.name)).size]).toEqual([300, 1])

  // The partner is removed between check and save, so the request is checked again and refused.
  await sendRows('partners', [{ ...partner, id: 'LATE' }])
  const importId = (await services.store.registers.history('partners'))[0]?.id ?? services.ids.next()
  const { evidence } = services.store
  let isUndone = false
  const meddling: typeof services = {
    ...services,
    store: {
      ...services.store,
      evidence: {
        ...evidence,
        held: async (staffNumbers) => {
          const heldCounts = await evidence.held(staffNumbers)
          if (!isUndone) await undoForKeeper(services, person, { register: 'partners', importId, reason: 'no longer' })
          isUndone = true
          return heldCounts
        },
      },
    },
  }
  const { putRows } = await import('./put-rows.ts')
  const body = Buffer.from(JSON.stringify([{ ...audit, partnerId: 'LATE' }]))
  const key = { id: services.ids.next(), name: 'x' }
  const put2 = await putRows(meddling, { register: 'partner-audits', key, askedAs: null, body })
  expect(put2).toMatchObject({ ok: false, fault: { code: 'bad-rows', rows: [{ code: 'unknown-partner' }] } })
})
