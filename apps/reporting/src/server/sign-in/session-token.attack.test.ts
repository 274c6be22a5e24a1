import { expect, test } from 'vitest'
import { cookieOf, openApp, PASSWORD } from '../testing/open-app.ts'
import { codeOf } from '../testing/totp-code.ts'

test('no response of the sign-in library has a session token outside of its cookie', async () => {
  const { join, post, send, signIn, services } = await openApp()
  let { cookie } = await join('officer')
  const answers: Response[] = []
  const call = async (path: string, body: object, headers = { cookie }) => {
    const answer = await post(`/api/auth/${path}`, body, headers)
    answers.push(answer.clone())
    expect([path, answer.status]).toEqual([path, 200])
    if (cookieOf(answer).includes('session_token')) cookie = cookieOf(answer)
    return answer
  }
  const { totpURI, backupCodes } = await (await call('two-factor/enable', { password: PASSWORD })).json()
  await call('two-factor/verify-totp', { code: codeOf(totpURI) })
  await call('two-factor/verify-totp', { code: codeOf(totpURI) })
  const changed = await call('change-password', { currentPassword: PASSWORD, newPassword: 'seven quiet kettles' })
  expect((await changed.json()).user.role).toBe('officer')
  answers.push(await send('/api/auth/get-session', { headers: { cookie } }))
  const half = await signIn('officer@x.example', 'seven quiet kettles')
  answers.push(half.clone())
  await call('two-factor/verify-backup-code', { code: backupCodes[0] }, { cookie: cookieOf(half) })
  const joined = await join('executive')
  answers.push(await signIn('executive@x.example', PASSWORD, { cookie: joined.cookie }))
  const { session } = await services.store.authRecords()
  const tokens = (await session.findMany()).map(({ token }) => token)
  expect(tokens.length).toBeGreaterThan(2)
  const bodies = await Promise.all(answers.map((answer) => answer.text()))
  for (const body of bodies) {
    expect(body).not.toContain('"token"')
    for (const token of tokens) expect(body).not.toContain(token)
  }
})
