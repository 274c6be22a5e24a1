import { expect, test } from 'vitest'
import { cookieOf, openApp } from '../testing/open-app.ts'

type App = Awaited<ReturnType<typeof openApp>>

const sessionsOf = async ({ send }: App, cookie: string) =>
  (await (await send('/trpc/profile.sessions', { headers: { cookie } })).json()).result?.data.json

const me = async ({ send }: App, cookie: string) =>
  (await (await send('/trpc/session.me', { headers: { cookie } })).json()).result.data.json.user

test('users change their own name and language, and nothing else', async () => {
  const app = await openApp()
  const { cookie, person } = await app.join('executive')
  const save = (json: object) => app.post('/trpc/profile.save', { json }, { cookie })
  expect((await save({ name: '  Lin An ', locale: 'zh-CN' })).status).toBe(200)
  expect(await me(app, cookie)).toEqual({ ...person, name: 'Lin An', locale: 'zh-CN' })
  for (const invalid of [
    { name: '', locale: 'en' },
    { name: 'Lin', locale: 'fr' },
    { name: 'Lin', locale: 'en', role: 'officer' },
    { name: 'Lin', locale: 'en', email: 'other@x.example' },
  ])
    expect((await save(invalid)).status).toBe(400)
  expect(await me(app, cookie)).toEqual({ ...person, name: 'Lin An', locale: 'zh-CN' })
})

test('users see their own sessions and end one of them, or all except the one in use', async () => {
  const app = await openApp()
  const { cookie } = await app.join('executive')
  const stranger = await app.join('auditor')
  app.pass(5)
  const [second, third] = [
    cookieOf(await app.signIn('executive@x.example')),
    cookieOf(await app.signIn('executive@x.example')),
  ]
  const sessions = await sessionsOf(app, cookie)
  const began = Date.parse('2026-07-01T09:00:00Z')
  expect(
    sessions.map(({ beganAt, current }: { beganAt: number; current: boolean }) => [beganAt - began, current]),
  ).toEqual([
    [300_000, false],
    [300_000, false],
    [0, true],
  ])
  const [strangeSession] = await sessionsOf(app, stranger.cookie)
  const end = (id: string) => app.post('/trpc/profile.endSession', { json: { id } }, { cookie })
  expect((await end(strangeSession.id)).status).toBe(404)
  expect(await me(app, stranger.cookie)).not.toBeNull()
  const ownSession = (await sessionsOf(app, second)).find(({ current }: { current: boolean }) => current)
  expect((await end(ownSession.id)).status).toBe(200)
  expect([await me(app, second), (await me(app, third))?.role]).toEqual([null, 'executive'])
  await app.post('/trpc/profile.endOtherSessions', {}, { cookie })
  expect([await me(app, third), (await me(app, cookie))?.role]).toEqual([null, 'executive'])
  expect(await me(app, stranger.cookie)).not.toBeNull()
})

test('a session that was idle for an hour is not listed', async () => {
  const app = await openApp()
  await app.join('officer')
  app.pass(61)
  expect(await sessionsOf(app, cookieOf(await app.signIn('officer@x.example')))).toHaveLength(1)
})
