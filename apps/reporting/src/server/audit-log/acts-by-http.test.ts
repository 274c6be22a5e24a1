import { expect, test } from 'vitest'
import { cookieOf, openApp, PASSWORD } from '../testing/open-app.ts'
import { codeOf } from '../testing/totp-code.ts'

type App = Awaited<ReturnType<typeof openApp>>

const EVERYTHING = { act: null, actorId: null, subject: '', from: null, to: null, hidden: [] } as const

/** Entries that `work` adds, in their order. */
async function added({ services }: App, work: () => unknown) {
  const { auditLog } = services.store
  const before = await auditLog.count(EVERYTHING)
  await work()
  const limit = (await auditLog.count(EVERYTHING)) - before
  return (await auditLog.search({ ...EVERYTHING, offset: 0, limit })).toReversed()
}

test('signing out is recorded once, for its user', async () => {
  const app = await openApp()
  const { cookie, person } = await app.join('officer')
  const signOut = () => app.post('/api/auth/sign-out', {}, { cookie })
  expect(await added(app, signOut)).toMatchObject([{ act: 'signed-out', actorId: person.id }])
  expect(await added(app, signOut)).toEqual([])
})

test('a new password is recorded, and a refused one is not', async () => {
  const app = await openApp()
  const { cookie, person } = await app.join('officer')
  const change = (currentPassword: string) => () =>
    app.post('/api/auth/change-password', { currentPassword, newPassword: `${PASSWORD}!` }, { cookie })
  expect(await added(app, change('a wrong password'))).toEqual([])
  expect(await added(app, change(PASSWORD))).toMatchObject([{ act: 'password-changed', actorId: person.id }])
})

test('a second factor is recorded when it is set up and when it is removed', async () => {
  const app = await openApp()
  const { cookie, person } = await app.join('officer')
  const factor = (path: string, body: object, current: string) =>
    app.post(`/api/auth/two-factor/${path}`, body, { cookie: current })
  let current = cookie
  let code = ''
  const setUp = async () => {
    const { totpURI } = await (await factor('enable', { password: PASSWORD }, cookie)).json()
    code = codeOf(totpURI, 1)
    current = cookieOf(await factor('verify-totp', { code: codeOf(totpURI) }, cookie))
  }
  const acts = async (work: () => unknown) =>
    (await added(app, work)).filter(({ actorId }) => actorId === person.id).map(({ act }) => act)
  expect(await acts(setUp)).toContain('second-factor-set')
  expect(await acts(() => factor('disable', { password: PASSWORD, code }, current))).toContain('second-factor-removed')
})

test('an API key is the actor of what it writes and reads, and an hour of reading is one entry', async () => {
  const app = await openApp()
  const { cookie } = await app.join('officer')
  const input = { json: { name: 'HR system', scopes: ['bookings:write', 'bookings:read'] } }
  const made = await (await app.post('/trpc/apiKey.make', input, { cookie })).json()
  const { token } = made.result.data.json
  const [{ id } = { id: '' }] = await app.services.store.apiKeys.list()
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const path = '/api/v1/registers/bookings/rows'
  const rows = [{ month: '2025-01', channel: 'web', count: 1200 }]
  const write = () => app.send(path, { method: 'POST', body: JSON.stringify(rows), headers })
  const read = () => app.send(path, { headers })
  const byKey = { actorId: id, by: 'HR system' }
  expect(await added(app, write)).toMatchObject([{ act: 'imported', subject: 'bookings', ...byKey }])
  expect(await added(app, read)).toMatchObject([{ act: 'read-by-key', subject: 'bookings', ...byKey }])
  app.pass(59)
  expect(await added(app, read)).toEqual([])
  app.pass(1)
  expect(await added(app, read)).toHaveLength(1)
  const actors = await app.services.store.auditLog.actors([])
  expect(actors).toContainEqual({ id, name: 'HR system' })
})
