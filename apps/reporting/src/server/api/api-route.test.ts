import { messages } from '@wayproof/messages'
import { IMPORTED_REGISTERS } from '@wayproof/store'
import { TRAVELER_FIELDS } from '@wayproof/survey'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openApp } from '../testing/open-app.ts'
import { makeApiKey } from './make-api-key.ts'

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
const least = { customerNumber, email, locale, tripType, channel, region, lastTrip }
const many = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ ...traveler, customerNumber: `C${n}`, email: `t${n}@x.example` }))

async function openApi() {
  const opened = await openApp()
  const { person } = await opened.join('officer', 'maker@x.example')
  const by = { id: person.id, name: 'officer', role: person.role }
  const made = await makeApiKey(opened.parts, { name: 'Booking system', scopes: ['travelers:write'], by })
  if (!made.ok) throw new Error(made.fault.code)
  const { token } = made.value
  const put = (body: unknown, headers: Record<string, string> = {}) =>
    opened.send('/api/v1/registers/travelers/rows', {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
    })
  const register = async () => (await opened.parts.store.registers.list()).find(({ id }) => id === 'travelers')
  const keys = () => opened.parts.store.apiKeys.list()
  return { ...opened, by, token, put, register, keys }
}

const codeOf = async (answer: Response) => [answer.status, (await answer.json()).code]

test('travelers are written by customer number, and the import is recorded under the name of the key', async () => {
  const { put, register, keys, parts } = await openApi()
  const first = await put([traveler, { ...least, customerNumber: '7', email: 'b@x.example' }])
  expect([first.status, await first.json()]).toEqual([
    200,
    { rows: 2, added: 2, changed: 0, unchanged: 0, notAdult: 1, noBasis: 1, erased: 0, sameAddress: 0 },
  ])
  const again = await put([traveler, { ...traveler, customerNumber: '7', email: 'b@x.example', region: 'west' }])
  expect(await again.json()).toMatchObject({ added: 0, changed: 1, unchanged: 1 })
  expect(await register()).toMatchObject({
    rows: 2,
    lastImport: { fileName: 'POST /api/v1/registers/travelers/rows', importedBy: 'Booking system', rows: 2 },
  })
  expect(await keys()).toMatchObject([{ name: 'Booking system', createdBy: 'officer', lastUsedOn: '2026-07-01' }])
  expect(JSON.stringify(parts.store.apiKeys)).not.toContain('wayproof_')
})

test('one faulty traveler rejects the whole request, and the response lists every fault in the requested language', async () => {
  const { put, register } = await openApi()
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
  const answer = await put(body, { 'accept-language': 'en-GB' })
  expect(answer.status).toBe(422)
  const error = await answer.json()
  const told = error.rows.map(({ row, field, code }: Record<string, unknown>) => [row, field, code])
  expect(told).toEqual([
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
  const chinese = await put([{ ...traveler, email: 'none' }, traveler, traveler], { 'accept-language': 'zh' })
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
  const { put, register } = await openApi()
  const bad = many(150).map((each) => ({ ...each, email: 'none' }))
  const answer = await put([...many(1_500), ...many(1_500), ...bad])
  expect(answer.status).toBe(422)
  const told = (await answer.json()).rows.map(({ row, field }: Record<string, unknown>) => [row, field])
  const twice = Array.from({ length: 1_500 }, (_, n) => [1_501 + n, 'customerNumber'])
  expect(told).toEqual([...twice, ...bad.map((_, n) => [3_001 + n, 'email'])])
  expect((await register())?.rows).toBe(0)
  await put(many(150))
  const others = many(150).map((each) => ({ ...each, customerNumber: `other ${each.customerNumber}` }))
  expect(await (await put(others)).json()).toMatchObject({ rows: 150, added: 150, sameAddress: 150 })
})

test('a request with a known idempotency key gets the earlier response and changes nothing', async () => {
  const { put, pass, register, parts } = await openApi()
  const named = { 'idempotency-key': 'night-of-1-July' }
  const first = await (await put([traveler], named)).text()
  await put([{ ...traveler, region: 'west' }])
  expect(await (await put([traveler], named)).text()).toBe(first)
  expect((await parts.store.registers.history('travelers')).length).toBe(2)
  expect(await codeOf(await put([{ ...traveler, region: 'north' }], named))).toEqual([422, 'asked-otherwise'])
  const both = await Promise.all([
    put(many(500), { 'idempotency-key': 'x' }),
    put(many(500), { 'idempotency-key': 'x' }),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  expect((await register())?.rows).toBe(501)
  pass(24 * 60 + 1)
  expect(await (await put([traveler], named)).json()).toMatchObject({ changed: 1 })
})

test('a refused request may be repeated with the same idempotency key', async () => {
  const { put } = await openApi()
  const named = { 'idempotency-key': 'n' }
  expect(await codeOf(await put([{ ...traveler, email: 'none' }], named))).toEqual([422, 'bad-rows'])
  expect(await (await put([traveler], named)).json()).toMatchObject({ added: 1 })
})

test('without a valid key the response reveals nothing, and a cookie does not help', async () => {
  const { by, put, token, keys, parts, join, register } = await openApi()
  const { cookie } = await join('officer')
  const id = (await keys())[0]?.id ?? ''
  const other = await makeApiKey(parts, { name: 'Other', scopes: ['travelers:write'], by })
  const otherToken = other.ok ? other.value.token : ''
  const mixed = `${token.slice(0, 42)}${otherToken.slice(42)}`
  const answers = []
  for (const authorization of ['', 'Bearer ', 'Bearer x', `Basic ${token}`, `Bearer ${mixed}`, `Bearer ${token}x`]) {
    const answer = await put([traveler], { authorization, cookie, origin: 'http://127.0.0.1:4320' })
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
    answers.push(await answer.text())
  }
  await parts.store.apiKeys.revoke(id, parts.clock.now())
  const revoked = await put([traveler])
  expect(revoked.status).toBe(401)
  expect(new Set([...answers, await revoked.text()]).size).toBe(1)
  expect((await put([traveler], { authorization: `bearer ${otherToken}` })).status).toBe(200)
  expect((await register())?.rows).toBe(1)
})

test('a key ends with the access of the officer who created it', async () => {
  const { by, put, parts, join, keys, post } = await openApi()
  const { cookie } = await join('officer')
  expect((await post('/trpc/people.revoke', { json: { id: by.id } }, { cookie })).status).toBe(200)
  expect(await codeOf(await put([traveler]))).toEqual([401, 'no-key'])
  expect(await keys()).toMatchObject([{ revokedAt: parts.clock.now(), createdBy: 'officer' }])
  // A key that a request in progress creates does not work either.
  const late = await makeApiKey(parts, { name: 'Late', scopes: ['travelers:write'], by })
  const token = late.ok ? late.value.token : ''
  expect((await put([traveler], { authorization: `Bearer ${token}` })).status).toBe(401)
})

test('hundreds of thousands of unknown fields are refused with a short list', async () => {
  const { put } = await openApi()
  const fields = Array.from({ length: 300_000 }, (_, n) => `"x${n}":0`).join()
  const answer = await put(`[{${fields}},${JSON.stringify({ ...traveler, phone: '1' })}]`, { 'accept-language': 'en' })
  expect(answer.status).toBe(422)
  const rows: { row: number; code: string }[] = (await answer.json()).rows
  expect(rows.filter(({ row, code }) => row === 1 && code === 'bad-value')).toHaveLength(20)
  expect(rows.at(-1)).toMatchObject({ row: 2, field: null, code: 'bad-value' })
  const many = await put(JSON.stringify(Array.from({ length: 4_000 }, () => ({}))))
  expect((await many.json()).rows).toHaveLength(10_000)
})

test('a thousand wrong keys get the same response, and the right key still works', async () => {
  const { put, logged } = await openApi()
  const statuses = new Map<number, number>()
  for (let n = 0; n < 1000; n += 1) {
    const { status } = await put([traveler], { authorization: `Bearer wayproof_${String(n).padStart(32, '0')}_x` })
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
  }
  expect(Object.fromEntries(statuses)).toEqual({ 401: 30, 429: 970 })
  expect((await put([traveler])).status).toBe(200)
  expect(logged).toEqual([])
}, 60_000)

test('wrong keys through an unlisted proxy are not counted as those of one caller', async () => {
  const { put, from } = await openApi()
  from('127.0.0.1')
  for (let n = 0; n < 31; n += 1) {
    expect((await put([traveler], { authorization: `Bearer wayproof_${String(n).padStart(32, '0')}_x` })).status).toBe(
      401,
    )
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
  const { put } = await openApi()
  expect(await codeOf(await put(body))).toEqual([status, code])
})

test('a refusal says what is wrong with the request', async () => {
  const { put, app, token } = await openApi()
  expect(await codeOf(await put([traveler], { 'content-type': 'text/plain' }))).toEqual([415, 'not-json'])
  expect(await codeOf(await put([traveler], { 'idempotency-key': 'x'.repeat(201) }))).toEqual([400, 'bad-name'])
  const told = await put([traveler], { 'content-length': String(2 ** 30) })
  expect(await codeOf(told)).toEqual([413, 'body-too-large'])
  const read = await app.request('/api/v1/registers/travelers/rows', { headers: { authorization: `Bearer ${token}` } })
  expect(read.status).toBe(404)
})

test('a request of the maximum size is accepted', async () => {
  const { put } = await openApi()
  expect(await (await put(many(5000))).json()).toMatchObject({ added: 5000 })
}, 60_000)

test('every request gets a documented response', async () => {
  const { put, app } = await openApi()
  const { responses } = (await (await app.request('/api/openapi.json')).json()).paths[
    '/api/v1/registers/travelers/rows'
  ].post
  const field = fc.constantFrom(...TRAVELER_FIELDS.map(({ name }) => name), '__proto__', 'x')
  const value = fc.oneof(fc.jsonValue(), fc.constantFrom('', '2026-03', 'CN', true, null, 'a@x.example', '\ud800'))
  const row = fc.oneof(
    fc.jsonValue(),
    fc.dictionary(field, value, { maxKeys: 4 }).map((some) => ({ ...least, ...some })),
  )
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.jsonValue(), fc.array(row, { maxLength: 4 })), async (body) => {
      const answer = await put(body)
      expect(Object.keys(responses)).toContain(String(answer.status))
    }),
    { numRuns: 300 },
  )
}, 60_000)

test('the description agrees with the schema that checks requests', async () => {
  const { put, app } = await openApi()
  const { paths, components, openapi } = await (await app.request('/api/openapi.json')).json()
  const { maxItems, minItems } =
    paths['/api/v1/registers/travelers/rows'].post.requestBody.content['application/json'].schema
  const items = components.schemas.travelers
  expect([openapi, minItems, maxItems, items.additionalProperties]).toEqual(['3.1.0', 1, 5000, false])
  expect(Object.keys(items.properties)).toEqual(TRAVELER_FIELDS.map(({ name }) => name))
  expect(items.required).toEqual(TRAVELER_FIELDS.flatMap(({ name, required }) => (required ? [name] : [])))
  const refusedFields = async (change: object) => {
    const answer = await put([{ ...traveler, ...change }], { 'accept-language': 'en' })
    return answer.status === 200 ? [] : (await answer.json()).rows.map(({ field }: { field: string }) => field)
  }
  for (const [name, described] of Object.entries<Record<string, unknown>>(items.properties)) {
    const inner = (described.anyOf as Record<string, unknown>[] | undefined)?.[0] ?? described
    // A value of the wrong type.
    expect(await refusedFields({ [name]: inner.type === 'boolean' ? 'yes' : 1 })).toEqual([name])
    // A missing field.
    expect(await refusedFields({ [name]: undefined })).toEqual(items.required.includes(name) ? [name] : [])
    if (!items.required.includes(name)) expect(await refusedFields({ [name]: null })).toEqual([])
    for (const example of (described.examples as string[]) ?? []) {
      expect(await refusedFields({ [name]: example })).toEqual([])
    }
    // A text of the wrong format.
    if (described.pattern || described.format || inner.enum)
      expect(await refusedFields({ [name]: '3/2026' })).toEqual([name])
  }
  const answered = await (await put([traveler])).json()
  expect(Object.keys(answered).sort()).toEqual([...components.schemas.TravelersTaken.required].sort())
  expect(Object.keys(paths)).toHaveLength(IMPORTED_REGISTERS.length)
  const chinese = await app.request('/api/openapi.json', { headers: { 'accept-language': 'zh-CN' } })
  expect(JSON.stringify(await chinese.json())).toContain(messages('zh-CN').registers.columns.travelers.customerNumber)
})

test('officers create and revoke keys; no one sees a key twice', async () => {
  const { post, send, join, put, token } = await openApi()
  const { cookie } = await join('officer')
  const executive = await join('executive')
  const make = (name: string, as = cookie) =>
    post('/trpc/apiKey.make', { json: { name, scopes: ['travelers:write'] } }, { cookie: as })
  const made = (await (await make('CRM')).json()).result.data.json.token
  expect((await put([traveler], { authorization: `Bearer ${made}` })).status).toBe(200)
  expect((await (await make('CRM')).json()).error.json.data.faultCode).toBe('name-taken')
  expect((await make('X', executive.cookie)).status).toBe(403)
  const listed = await (await send('/trpc/apiKey.list', { headers: { cookie } })).text()
  expect(listed).toContain('CRM')
  for (const secret of [made, token]) expect(listed).not.toContain(secret.slice(42))
  const { id } = JSON.parse(listed).result.data.json.find(({ name }: { name: string }) => name === 'CRM')
  expect((await post('/trpc/apiKey.revoke', { json: { id } }, { cookie })).status).toBe(200)
  expect((await put([traveler], { authorization: `Bearer ${made}` })).status).toBe(401)
  expect((await post('/trpc/apiKey.revoke', { json: { id } }, { cookie })).status).toBe(404)
  expect((await make('CRM')).status).toBe(200)
})
