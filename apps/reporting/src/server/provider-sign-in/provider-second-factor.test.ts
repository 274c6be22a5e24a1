import { expect, test } from 'vitest'
import { cookieOf } from '../testing/open-app.ts'
import { openProviderApp } from '../testing/provider-app.ts'
import { codeOf } from '../testing/totp-code.ts'

type TestApp = Awaited<ReturnType<typeof openProviderApp>>

const me = async ({ send }: TestApp, cookie: string) =>
  (await (await send('/trpc/session.me', { headers: { cookie } })).json()).result.data.json

const factor = ({ post }: TestApp, path: string, body: object, cookie: string) =>
  post(`/api/auth/two-factor/${path}`, body, { cookie })

/** Sets up a second factor for a person without a password. */
async function setUp(testApp: TestApp, cookie: string): Promise<{ uri: string; cookie: string }> {
  const { totpURI } = await (await factor(testApp, 'enable', {}, cookie)).json()
  const accepted = await factor(testApp, 'verify-totp', { code: codeOf(totpURI, -1) }, cookie)
  expect(accepted.status).toBe(200)
  return { uri: totpURI, cookie: cookieOf(accepted) }
}

const require = async (testApp: TestApp) => {
  const officer = await testApp.join('officer')
  testApp.pass(1)
  const rule = { json: { role: 'executive', required: true } }
  expect((await testApp.post('/trpc/secondFactor.require', rule, { cookie: officer.cookie })).status).toBe(200)
  testApp.pass(1)
}

test('the code of the app is asked for after the provider, too', async () => {
  const testApp = await openProviderApp()
  await testApp.join('officer')
  testApp.claimsOf('mei', { amr: ['pwd', 'mfa'] })
  const { uri } = await setUp(testApp, (await testApp.enter('mei')).cookie)
  const half = await testApp.enter('mei', '/goal/staff-training')
  expect(half.at).toBe('/sign-in?code=asked&next=%2Fgoal%2Fstaff-training')
  expect((await me(testApp, half.cookie)).user).toBeNull()
  expect((await factor(testApp, 'verify-totp', { code: '000000' }, half.cookie)).status).toBe(401)
  const accepted = await factor(testApp, 'verify-totp', { code: codeOf(uri) }, half.cookie)
  expect((await me(testApp, cookieOf(accepted))).user.role).toBe('executive')
})

test('a user whose role needs a second factor sets it up after the provider, without a password', async () => {
  const testApp = await openProviderApp()
  await require(testApp)
  testApp.claimsOf('mei')
  const signedIn = await testApp.enter('mei')
  expect(await me(testApp, signedIn.cookie)).toMatchObject({ user: null, enrolling: true, passwordless: true })
  const { cookie } = await setUp(testApp, signedIn.cookie)
  expect(await me(testApp, cookie)).toMatchObject({ user: { role: 'executive' }, enrolling: false })
})

test('the factor of the provider counts if the settings name it and the ID token has it', async () => {
  const testApp = await openProviderApp({ secondFactor: ['mfa'] })
  await require(testApp)
  testApp.claimsOf('mei', { amr: ['pwd', 'mfa'] })
  const signedIn = await testApp.enter('mei')
  expect(await me(testApp, signedIn.cookie)).toMatchObject({ user: { role: 'executive' }, enrolling: false })
  await setUp(testApp, signedIn.cookie)
  expect((await testApp.enter('mei')).at).toBe('/')
  testApp.claimsOf('mei', { amr: ['pwd'] })
  expect((await testApp.enter('mei')).at).toBe('/sign-in?code=asked')
})
