import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { dataFolder, freePort, start, WITH_STARTS } from './started-app.ts'

const EMAIL = 'li@x.example'
const PASSWORD = 'seven quiet harbours at dawn'

/** Starts a dashboard with an officer; `ulimit` can keep its files from growing, as a full disk does. */
async function installation() {
  const env = { DATA_DIR: dataFolder(), REPORTING_PORT: await freePort() }
  const { child, output, untilPrinted } = start(env)
  await untilPrinted('/invitation/')
  const address = `http://127.0.0.1:${env.REPORTING_PORT}`
  const post = (path: string, body: object, cookie = '') =>
    fetch(`${address}${path}`, {
      method: 'POST',
      headers: { origin: address, 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    })
  const token = /\/invitation\/(\S+)/.exec(output())?.[1] ?? ''
  const json = { token, name: 'Li', email: EMAIL, password: PASSWORD, locale: 'en' }
  expect((await post('/trpc/people.accept', { json })).status).toBe(200)
  const limitFiles = (bytes: '0' | 'unlimited') => execFileSync('prlimit', [`--pid=${child.pid}`, `--fsize=${bytes}:`])
  return {
    address,
    post,
    output,
    limitFiles,
    signIn: () => post('/api/auth/sign-in/email', { email: EMAIL, password: PASSWORD }),
  }
}

const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''

test('each sign-in call reports a full disk, and works again once there is space', WITH_STARTS, async () => {
  const { address, post, limitFiles, signIn, output } = await installation()
  const cookie = cookieOf(await signIn())
  limitFiles('0')
  const full = { error: { json: { data: { httpStatus: 507, faultCode: 'disk-full' } } } }
  const passwordChange = { currentPassword: PASSWORD, newPassword: 'nine loud mountains at dusk' }
  for (const request of [signIn, () => post('/api/auth/change-password', passwordChange, cookie)]) {
    const answer = await request()
    expect([answer.status, await answer.json()]).toMatchObject([507, full])
  }
  const session = await fetch(`${address}/api/auth/get-session`, { headers: { cookie } })
  expect([session.status, await session.json()]).toMatchObject([200, { user: { email: EMAIL } }])
  const out = await post('/api/auth/sign-out', {}, cookie)
  expect([out.status, await out.json()]).toMatchObject([507, full])
  // The browser discards the session anyway.
  expect(out.headers.getSetCookie().join()).toMatch(/session_token=;/)
  const refusedInvitation = await post(
    '/trpc/people.invite',
    { json: { email: 'ma@x.example', role: 'executive', locale: 'en' } },
    cookie,
  )
  expect(await refusedInvitation.json()).toMatchObject({ error: { json: { data: { faultCode: 'disk-full' } } } })

  limitFiles('unlimited')
  expect((await signIn()).status).toBe(200)
  expect(output()).not.toContain('# SERVER_ERROR')
})
