import { IMPORTED_REGISTERS } from '@wayproof/evidence/registers/register-overview-store'
import { VERSION } from '@wayproof/kernel/version'
import { messages } from '@wayproof/messages/messages'
import { TRAVELER_FIELDS } from '@wayproof/survey/travelers/traveler'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeApiKey } from '../settings/api-key-router.ts'
import { openApp } from '../testing/open-app.ts'

const traveler = {
  customerNumber: '0042',
  email: 'li@x.example',
  locale: 'zh-CN',
  tripType: 'group',
  channel: 'app',
  region: 'east',
  lastTrip: '2026-03',
  adult: true,
  residence: 'CN',
  basis: 'consent',
  basisWording: '6',
  basisNamesSurveys: true,
  basisNotice: null,
  basisSource: 'app',
  basisDate: '2026-01-05',
}
const { customerNumber, email, locale, tripType, channel, region, lastTrip } = traveler
const minimalRow = { customerNumber, email, locale, tripType, channel, region, lastTrip }
const manyRows = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ ...traveler, customerNumber: `C${n}`, email: `t${n}@x.example` }))

async function openApi() {
  const opened = await openApp()
  const { person } = await opened.join('officer', 'maker@x.example')
  const owner = { id: person.id, name: 'officer', role: person.role }
  const key = await makeApiKey(opened.services, { name: 'Booking system', scopes: ['travelers:write'], actor: owner })
  if (!key.ok) throw new Error(key.fault.code)
  const { token } = key.value
  const sendRows = (body: unknown, headers: Record<string, string> = {}) =>
    opened.send('/api/v1/registers/travelers/rows', {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
    })
  const register = async () => (await opened.services.store.registers.list()).find(({ id }) => id === 'travelers')
  const keys = () => opened.services.store.apiKeys.list()
  return { ...opened, owner, token, sendRows, register, keys }
}

const codeOf = async (answer: Response) => [answer.status, (await answer.json()).code]

test('travelers are written by customer number, and the import is recorded under the name of the key', async () => {
  const { sendRows, register, keys, services } = await openApi()
  const first = await sendRows([traveler, { ...minimalRow, customerNumber: '7', email: 'b@x.example' }])
  expect([first.status, await first.json()]).toEqual([
    200,
    { rows: 2, added: 2, changed: 0, unchanged: 0, notAdult: 1, noBasis: 1, erased: 0, sameAddress: 0 },
  ])
  const secondResponse = await sendRows([
    traveler,
    { ...traveler, customerNumber: '7', email: 'b@x.example', region: 'west' },
  ])
  expect(await secondResponse.json()).toMatchObject({ added: 0, changed: 1, unchanged: 1 })
  expect(await register()).toMatchObject({
    rows: 2,
    lastImport: { fileName: 'POST /api/v1/registers/travelers/rows', importedBy: 'Booking system', rows: 2 },
  })
  expect(await keys()).toMatchObject([{ name: 'Booking system', createdBy: 'officer', lastUsedOn: '2026-07-01' }])
  expect(JSON.stringify(services.store.apiKeys)).not.toContain('wayproof_')
})

test('one faulty traveler rejects the whole request, and the response lists every fault in the requested language', async () => {
  const { sendRows, register } = await openApi()
  const body = [
    traveler,
    { ...traveler, email: 'none', lastTrip: '2026-13', phone: '123' },
    { ...traveler, email: 'none' },
    { ...traveler, customerNumber: 42, adult: 'yes', basis: 'hope' },
    null,
    { ...traveler, customerNumber: '1', lastTrip: '2026-13' },
    { ...traveler, customerNumber: 'a\u0000b', region: '\ud800' },
    { email: 'c@x.example' },
  ]
  const answer = await sendRows(body, { 'accept-language': 'en-GB' })
  expect(answer.status).toBe(422)
  const error = await answer.json()
  const faults = error.rows.map(({ row, field, code }: Record<string, unknown>) => [row, field, code])
  expect(faults).toEqual([
    [2, null, 'bad-value'],
    [3, 'email', 'not-email'],
    [4, 'customerNumber', 'bad-value'],
    [4, 'adult', 'bad-value'],
    [4, 'basis', 'bad-value'],
    [5, null, 'bad-value'],
    [6, 'lastTrip', 'bad-month'],
    [7, 'customerNumber', 'bad-character'],
    [7, 'region', 'bad-character'],
    ...['customerNumber', 'locale', 'tripType', 'channel', 'region', 'lastTrip'].map((name) => [8, name, 'required']),
  ])
  expect(error.rows[6].message).toBe('Row 6, lastTrip: “2026-13” is not a valid month (example: 2026-12).')
  expect((await register())?.rows).toBe(0)
  const chinese = await sendRows([{ ...traveler, email: 'none' }, traveler, traveler], { 'accept-language': 'zh' })
  expect(chinese.headers.get('content-language')).toBe('zh-CN')
  expect(await chinese.json()).toMatchObject({
    title: messages('zh-CN').api.faults['bad-rows'],
    rows: [
      { row: 1, field: 'email', code: 'not-email' },
      { row: 3, field: 'customerNumber', code: 'duplicate', message: expect.stringContaining('第 2 行') },
    ],
  })
})

test('thousands of faults are all listed, in the order of the travelers', async () => {
  const { sendRows, register } = await openApi()
  const invalidRows = manyRows(150).map((row) => ({ ...row, email: 'none' }))
  const answer = await sendRows([...manyRows(1_500), ...manyRows(1_500), ...invalidRows])
  expect(answer.status).toBe(422)
  const faults = (await answer.json()).rows.map(({ row, field }: Record<string, unknown>) => [row, field])
  const duplicates = Array.from({ length: 1_500 }, (_, n) => [1_501 + n, 'customerNumber'])
  expect(faults).toEqual([...duplicates, ...invalidRows.map((_, n) => [3_001 + n, 'email'])])
  expect((await register())?.rows).toBe(0)
  await sendRows(manyRows(150))
  const otherRows = manyRows(150).map((row) => ({ ...row, customerNumber: `other ${row.customerNumber}` }))
  expect(await (await sendRows(otherRows)).json()).toMatchObject({ rows: 150, added: 150, sameAddress: 150 })
})

test('a request with a known idempotency key gets the earlier response and changes nothing', async () => {
  const { sendRows, pass, register, services } = await openApi()
  const idempotencyHeader = { 'idempotency-key': 'night-of-1-July' }
  const first = await (await sendRows([traveler], idempotencyHeader)).text()
  await sendRows([{ ...traveler, region: 'west' }])
  expect(await (await sendRows([traveler], idempotencyHeader)).text()).toBe(first)
  expect((await services.store.registers.history('travelers')).length).toBe(2)
  expect(await codeOf(await sendRows([{ ...traveler, region: 'north' }], idempotencyHeader))).toEqual([
    422,
    'asked-otherwise',
  ])
  const responses = await Promise.all([
    sendRows(manyRows(500), { 'idempotency-key': 'x' }),
    sendRows(manyRows(500), { 'idempotency-key': 'x' }),
  ])
  // The second request is refused while the first runs, or gets its response.
  expect([
    [200, 409],
    [200, 200],
  ]).toContainEqual(responses.map(({ status }) => status).sort())
  const done = await Promise.all(responses.filter(({ status }) => status === 200).map((response) => response.json()))
  for (const response of done) expect(response).toEqual({ ...done[0], added: 500 })
  expect((await register())?.rows).toBe(501)
  pass(24 * 60 + 1)
  expect(await (await sendRows([traveler], idempotencyHeader)).json()).toMatchObject({ changed: 1 })
})

test('a refused request may be repeated with the same idempotency key', async () => {
  const { sendRows } = await openApi()
  const idempotencyHeader = { 'idempotency-key': 'n' }
  expect(await codeOf(await sendRows([{ ...traveler, email: 'none' }], idempotencyHeader))).toEqual([422, 'bad-rows'])
  expect(await (await sendRows([traveler], idempotencyHeader)).json()).toMatchObject({ added: 1 })
})

test('without a valid key the response reveals nothing, and a cookie does not help', async () => {
  const { owner, sendRows, token, keys, services, join, register } = await openApi()
  const { cookie } = await join('officer')
  const id = (await keys())[0]?.id ?? ''
  const otherKey = await makeApiKey(services, { name: 'Other', scopes: ['travelers:write'], actor: owner })
  const otherToken = otherKey.ok ? otherKey.value.token : ''
  const mixed = `${token.slice(0, 42)}${otherToken.slice(42)}`
  const answers = []
  for (const authorization of ['', 'Bearer ', 'Bearer x', `Basic ${token}`, `Bearer ${mixed}`, `Bearer ${token}x`]) {
    const answer = await sendRows([traveler], { authorization, cookie, origin: 'http://127.0.0.1:4320' })
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
    answers.push(await answer.text())
  }
  await services.store.apiKeys.revoke(id, services.clock.now())
  const afterRevocation = await sendRows([traveler])
  expect(afterRevocation.status).toBe(401)
  expect(new Set([...answers, await afterRevocation.text()]).size).toBe(1)
  expect((await sendRows([traveler], { authorization: `bearer ${otherToken}` })).status).toBe(200)
  expect((await register())?.rows).toBe(1)
})

test('a key ends with the access of the officer who created it', async () => {
  const { owner, sendRows, services, join, keys, post } = await openApi()
  const { cookie } = await join('officer')
  const auditor = await join('auditor')
  expect((await post('/trpc/people.revoke', { json: { id: owner.id } }, { cookie })).status).toBe(200)
  const [loss] = await services.store.approvals.pending(services.clock.now())
  const approved = { json: { id: loss?.id, approve: true } }
  expect((await post('/trpc/approval.decide', approved, { cookie: auditor.cookie })).status).toBe(200)
  expect(await codeOf(await sendRows([traveler]))).toEqual([401, 'no-key'])
  expect(await keys()).toMatchObject([{ revokedAt: services.clock.now(), createdBy: 'officer' }])
  // A key that a request in progress creates does not work either.
  const lateKey = await makeApiKey(services, { name: 'Late', scopes: ['travelers:write'], actor: owner })
  const token = lateKey.ok ? lateKey.value.token : ''
  expect((await sendRows([traveler], { authorization: `Bearer ${token}` })).status).toBe(401)
})

test('hundreds of thousands of unknown fields are refused with a short list', async () => {
  const { sendRows } = await openApi()
  const fields = Array.from({ length: 300_000 }, (_, n) => `"x${n}":0`).join()
  const answer = await sendRows(`[{${fields}},${JSON.stringify({ ...traveler, phone: '1' })}]`, {
    'accept-language': 'en',
  })
  expect(answer.status).toBe(422)
  const rows: { row: number; code: string }[] = (await answer.json()).rows
  expect(rows.filter(({ row, code }) => row === 1 && code === 'bad-value')).toHaveLength(20)
  expect(rows.at(-1)).toMatchObject({ row: 2, field: null, code: 'bad-value' })
  const tooMany = await sendRows(JSON.stringify(Array.from({ length: 4_000 }, () => ({}))))
  expect((await tooMany.json()).rows).toHaveLength(10_000)
})

test('a thousand wrong keys get the same response, and the right key still works', async () => {
  const { sendRows, logged } = await openApi()
  const statuses = new Map<number, number>()
  for (let n = 0; n < 1000; n += 1) {
    const { status } = await sendRows([traveler], { authorization: `Bearer wayproof_${String(n).padStart(32, '0')}_x` })
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
  }
  expect(Object.fromEntries(statuses)).toEqual({ 401: 30, 429: 970 })
  expect((await sendRows([traveler])).status).toBe(200)
  expect(logged.map(({ event, faultCode }) => `${event} ${faultCode}`)).toEqual([
    ...Array(5).fill('refused no-key'),
    ...Array(5).fill('refused too-many-guesses'),
  ])
  expect(JSON.stringify(logged)).not.toContain('wayproof_')
})

test('wrong keys through an unlisted proxy are not counted as those of one caller', async () => {
  const { sendRows, from } = await openApi()
  from('127.0.0.1')
  for (let n = 0; n < 31; n += 1) {
    expect(
      (await sendRows([traveler], { authorization: `Bearer wayproof_${String(n).padStart(32, '0')}_x` })).status,
    ).toBe(401)
  }
})

test.each([
  ['nothing', '', 400, 'bad-json'],
  ['one traveler alone', '{"customerNumber":"1"}', 400, 'bad-json'],
  ['depth without end', '['.repeat(100_000), 400, 'bad-json'],
  ['an empty array', '[]', 400, 'no-rows'],
  ['5,001 travelers', JSON.stringify(Array.from({ length: 5001 }, () => 0)), 413, 'too-many-rows'],
  ['more than 4 MB', `["${'x'.repeat(4 * 1024 * 1024)}"]`, 413, 'body-too-large'],
])('%s is refused', async (_, body, status, code) => {
  const { sendRows } = await openApi()
  expect(await codeOf(await sendRows(body))).toEqual([status, code])
})

test('a refusal says what is wrong with the request', async () => {
  const { sendRows, app, token } = await openApi()
  expect(await codeOf(await sendRows([traveler], { 'content-type': 'text/plain' }))).toEqual([415, 'not-json'])
  expect(await codeOf(await sendRows([traveler], { 'idempotency-key': 'x'.repeat(201) }))).toEqual([400, 'bad-name'])
  const response = await sendRows([traveler], { 'content-length': String(2 ** 30) })
  expect(await codeOf(response)).toEqual([413, 'body-too-large'])
  const read = await app.request('/api/v1/registers/travelers/rows', { headers: { authorization: `Bearer ${token}` } })
  expect(read.status).toBe(404)
})

test('a request of the maximum size is accepted', async () => {
  const { sendRows } = await openApi()
  expect(await (await sendRows(manyRows(5000))).json()).toMatchObject({ added: 5000 })
})

test('every request gets a documented response', async () => {
  const { sendRows, app } = await openApi()
  const { responses } = (await (await app.request('/api/openapi.json')).json()).paths[
    '/api/v1/registers/travelers/rows'
  ].post
  const field = fc.constantFrom(...TRAVELER_FIELDS.map(({ name }) => name), '__proto__', 'x')
  const value = fc.oneof(fc.jsonValue(), fc.constantFrom('', '2026-03', 'CN', true, null, 'a@x.example', '\ud800'))
  const row = fc.oneof(
    fc.jsonValue(),
    fc.dictionary(field, value, { maxKeys: 4 }).map((record) => ({ ...minimalRow, ...record })),
  )
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.jsonValue(), fc.array(row, { maxLength: 4 })), async (body) => {
      const answer = await sendRows(body)
      expect(Object.keys(responses)).toContain(String(answer.status))
    }),
    { numRuns: 300 },
  )
})

test('the description agrees with the schema that checks requests', async () => {
  const { sendRows, app } = await openApi()
  const { paths, components, openapi, info } = await (await app.request('/api/openapi.json')).json()
  const { maxItems, minItems } =
    paths['/api/v1/registers/travelers/rows'].post.requestBody.content['application/json'].schema
  const items = components.schemas.travelers
  expect(info.version).toBe(VERSION)
  expect([openapi, minItems, maxItems, items.additionalProperties]).toEqual(['3.1.0', 1, 5000, false])
  expect(Object.keys(items.properties)).toEqual(TRAVELER_FIELDS.map(({ name }) => name))
  expect(items.required).toEqual(TRAVELER_FIELDS.flatMap(({ name, required }) => (required ? [name] : [])))
  const refusedFields = async (change: object) => {
    const answer = await sendRows([{ ...traveler, ...change }], { 'accept-language': 'en' })
    return answer.status === 200 ? [] : (await answer.json()).rows.map(({ field }: { field: string }) => field)
  }
  for (const [name, description] of Object.entries<Record<string, unknown>>(items.properties)) {
    const inner = (description.anyOf as Record<string, unknown>[] | undefined)?.[0] ?? description
    // A value of the wrong type.
    expect(await refusedFields({ [name]: inner.type === 'boolean' ? 'yes' : 1 })).toEqual([name])
    // A missing field.
    expect(await refusedFields({ [name]: undefined })).toEqual(items.required.includes(name) ? [name] : [])
    if (!items.required.includes(name)) expect(await refusedFields({ [name]: null })).toEqual([])
    for (const example of (description.examples as string[]) ?? []) {
      expect(await refusedFields({ [name]: example })).toEqual([])
    }
    // A text of the wrong format.
    if (description.pattern || description.format || inner.enum)
      expect(await refusedFields({ [name]: '3/2026' })).toEqual([name])
  }
  const report = await (await sendRows([traveler])).json()
  expect(Object.keys(report).sort()).toEqual([...components.schemas.TravelersTaken.required].sort())
  expect(Object.keys(paths)).toHaveLength(IMPORTED_REGISTERS.length + 1)
  const chinese = await app.request('/api/openapi.json', { headers: { 'accept-language': 'zh-CN' } })
  expect(JSON.stringify(await chinese.json())).toContain(messages('zh-CN').registers.columns.travelers.customerNumber)
})

test('officers create and revoke keys; no one sees a key twice', async () => {
  const { post, send, join, sendRows, token } = await openApi()
  const { cookie } = await join('officer')
  const executive = await join('executive')
  const make = (name: string, cookieUsed = cookie) =>
    post('/trpc/apiKey.make', { json: { name, scopes: ['travelers:write'] } }, { cookie: cookieUsed })
  const key = (await (await make('CRM')).json()).result.data.json.token
  expect((await sendRows([traveler], { authorization: `Bearer ${key}` })).status).toBe(200)
  expect((await (await make('CRM')).json()).error.json.data.faultCode).toBe('name-taken')
  expect((await make('X', executive.cookie)).status).toBe(403)
  const keyList = await (await send('/trpc/apiKey.list', { headers: { cookie } })).text()
  expect(keyList).toContain('CRM')
  for (const secret of [key, token]) expect(keyList).not.toContain(secret.slice(42))
  const { id } = JSON.parse(keyList).result.data.json.find(({ name }: { name: string }) => name === 'CRM')
  expect((await post('/trpc/apiKey.revoke', { json: { id } }, { cookie })).status).toBe(200)
  expect((await sendRows([traveler], { authorization: `Bearer ${key}` })).status).toBe(401)
  expect((await post('/trpc/apiKey.revoke', { json: { id } }, { cookie })).status).toBe(404)
  expect((await make('CRM')).status).toBe(200)
})
