import { expect, test } from 'vitest'
import { ORIGIN, openApp } from './testing/open-app.ts'
import { procedures } from './testing/procedures.ts'

const mutations = procedures.filter(({ type }) => type === 'mutation').map(({ path }) => `/trpc/${path}`)
const posts = [
  ...mutations,
  '/api/auth/sign-in/email',
  '/api/auth/sign-out',
  '/import/partners?dryRun=false&fileName=a.csv',
]

test.each([
  ['a foreign origin', { origin: 'https://evil.example' }],
  ['an origin that begins like ours', { origin: `${ORIGIN}.evil.example` }],
  ['no origin (an old form)', { origin: '' }],
  ['an opaque origin', { origin: 'null' }],
  ['our origin by a foreign frame', { origin: ORIGIN, 'sec-fetch-site': 'cross-site' }],
])('%s changes nothing', async (_, headers) => {
  const { send, join } = await openApp()
  const { cookie } = await join('officer')
  for (const path of posts) {
    for (const type of [
      'application/json',
      'multipart/form-data; boundary=x',
      'text/plain',
      'application/octet-stream',
    ]) {
      const answer = await send(path, {
        method: 'POST',
        body: '{}',
        headers: { cookie, 'content-type': type, ...headers },
      })
      expect([path, type, answer.status]).toEqual([path, type, 403])
    }
  }
})

test('a form cannot call a mutation, not even from our own origin', async () => {
  const { send, join } = await openApp()
  const { cookie } = await join('officer')
  for (const path of mutations) {
    const form = new FormData()
    form.set('period', '2026-H1')
    for (const body of [form, new URLSearchParams({ period: '2026-H1' }), '{"json":{"period":"2026-H1"}}']) {
      expect((await send(path, { method: 'POST', body, headers: { cookie } })).status).toBe(415)
    }
  }
})

test('a mutation refuses GET, and a header cannot override the method', async () => {
  const { send, post, join } = await openApp()
  const { cookie } = await join('officer')
  for (const path of mutations) expect((await send(path, { headers: { cookie } })).status).toBe(405)
  const overridden = await post('/trpc/people.list', {}, { cookie, 'x-http-method-override': 'GET' })
  expect(overridden.status).toBe(405)
})

test('a batch of more than ten calls is refused', async () => {
  const { send } = await openApp()
  const batch = (n: number) => send(`/trpc/${Array(n).fill('session.me').join(',')}?batch=1`)
  expect((await batch(10)).status).toBe(200)
  const refusedBatch = await batch(11)
  expect(refusedBatch.status).toBe(400)
  expect(await refusedBatch.json()).toEqual({
    error: {
      json: {
        code: -32600,
        message: 'BAD_REQUEST',
        data: {
          code: 'BAD_REQUEST',
          httpStatus: 400,
          faultCode: null,
          figures: {},
          errorId: refusedBatch.headers.get('x-request-id'),
        },
      },
    },
  })
})

test('a body of 2 MB is refused, with or without a content length', async () => {
  const { send } = await openApp()
  const body = 'x'.repeat(2 * 1024 * 1024)
  const stream = new Blob([body]).stream()
  const init = {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', 'content-length': String(body.length) },
  }
  const untold = {
    method: 'POST',
    body: stream,
    duplex: 'half',
    headers: { 'content-type': 'application/json' },
  } as const
  for (const path of ['/trpc/people.accept', '/api/auth/sign-in/email']) {
    expect((await send(path, init)).status).toBe(413)
  }
  expect((await send('/trpc/people.accept', untold)).status).toBe(413)
})

test('a bug shows only its ID, and the log has the details', async () => {
  const { send, services, logged } = await openApp()
  await services.store.close()
  const answer = await send('/trpc/session.me')
  expect(answer.status).toBe(500)
  const text = await answer.text()
  const errorId = answer.headers.get('x-request-id')
  expect(JSON.parse(text).error.json).toEqual({
    code: -32603,
    message: 'INTERNAL_SERVER_ERROR',
    data: { code: 'INTERNAL_SERVER_ERROR', httpStatus: 500, faultCode: null, figures: {}, errorId },
  })
  expect(text).not.toMatch(/at .*\.ts|closed|sqlite/i)
  expect(logged).toContainEqual(
    expect.objectContaining({ errorId, stack: expect.stringContaining('the database is closed') }),
  )
})

test.each([
  '/',
  '/wave',
  '/trpc/session.me',
  '/trpc/none',
  '/api/auth/get-session',
  '/api/auth/none',
  '/import/none',
  '/assets/none.js',
  '/..%2f..%2fetc%2fpasswd',
])('the headers of %s are strict', async (path) => {
  const { send } = await openApp({ reportingUrl: 'https://privacy.example' })
  const { headers } = await send(path)
  expect(headers.get('content-security-policy')).toMatch(
    /default-src 'none'; script-src 'self'; .*frame-ancestors 'none'/,
  )
  expect(headers.get('content-security-policy')).not.toContain('unsafe')
  expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('x-frame-options')).toBe('DENY')
  expect(headers.get('referrer-policy')).toBe('no-referrer')
  expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  expect(headers.get('cache-control')).toBe('no-store')
})

test('every page address returns the dashboard with the nonce of that response; other addresses return 404', async () => {
  const { send } = await openApp()
  const page = await send('/scorecard?period=2026-H1')
  const nonce = /'nonce-([^']+)'/.exec(page.headers.get('content-security-policy') ?? '')?.[1]
  expect(await page.text()).toContain(`<meta property="csp-nonce" content="" nonce="${nonce}">`)
  for (const path of ['/assets/none.js', '/api/none', '/trpc2', '/import']) {
    expect([path, (await send(path)).status]).toEqual([path, 404])
  }
})

test('only the routes of the sign-in library that the dashboard uses can be reached', async () => {
  const { post } = await openApp()
  for (const path of [
    'sign-up/email',
    'update-user',
    'delete-user',
    'change-email',
    'request-password-reset',
    'list-sessions',
  ]) {
    expect([path, (await post(`/api/auth/${path}`, {})).status]).toEqual([path, 404])
  }
})

test('security.txt names the contact of the organization, and is missing before there is one', async () => {
  const { send, services } = await openApp()
  expect((await send('/.well-known/security.txt')).status).toBe(404)
  const contactEmail = 'privacy@yuntu.example'
  await services.store.organisation.save({
    nameZh: '云途旅行',
    nameEn: 'Yuntu Travel',
    contactEmail,
    programmeStart: '2025-01-01',
    baselineYear: null,
    sample: false,
  })
  const answer = await send('/.well-known/security.txt')
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringMatching(/^text\/plain/)])
  const text = await answer.text()
  expect(text).toContain(`Contact: mailto:${contactEmail}\n`)
  expect(text).toContain(`Canonical: ${ORIGIN}/.well-known/security.txt\n`)
})
