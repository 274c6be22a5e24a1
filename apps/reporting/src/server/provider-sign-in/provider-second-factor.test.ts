import { expect, test } from 'vitest'
import { cookieOf } from '../testing/open-app.ts'
import { openProviderWorld } from '../testing/provider-world.ts'
import { codeOf } from '../testing/totp-code.ts'

type World = Awaited<ReturnType<typeof openProviderWorld>>

const me = async ({ send }: World, cookie: string) =>
  (await (await send('/trpc/session.me', { headers: { cookie } })).json()).result.data.json

const factor = ({ post }: World, path: string, body: object, cookie: string) =>
  post(`/api/auth/two-factor/${path}`, body, { cookie })

/** Sets up a second factor for a person without a password. */
async function setUp(world: World, cookie: string): Promise<{ uri: string; cookie: string }> {
  const { totpURI } = await (await factor(world, 'enable', {}, cookie)).json()
  const right = await factor(world, 'verify-totp', { code: codeOf(totpURI) }, cookie)
  expect(right.status).toBe(200)
  return { uri: totpURI, cookie: cookieOf(right) }
}

const require = async (world: World) => {
  const officer = await world.join('officer')
  world.pass(1)
  const rule = { json: { role: 'executive', required: true } }
  expect((await world.post('/trpc/secondFactor.require', rule, { cookie: officer.cookie })).status).toBe(200)
}

test('the code of the app is asked for after the provider, too', async () => {
  const world = await openProviderWorld()
  await world.join('officer')
  world.says('mei', { amr: ['pwd', 'mfa'] })
  const { uri } = await setUp(world, (await world.enter('mei')).cookie)
  const half = await world.enter('mei', '/goal/staff-training')
  expect(half.at).toBe('/sign-in?code=asked&next=%2Fgoal%2Fstaff-training')
  expect((await me(world, half.cookie)).user).toBeNull()
  expect((await factor(world, 'verify-totp', { code: '000000' }, half.cookie)).status).toBe(401)
  const right = await factor(world, 'verify-totp', { code: codeOf(uri) }, half.cookie)
  expect((await me(world, cookieOf(right))).user.role).toBe('executive')
})

test('a user whose role needs a second factor sets it up after the provider, without a password', async () => {
  const world = await openProviderWorld()
  await require(world)
  world.says('mei')
  const entered = await world.enter('mei')
  expect(await me(world, entered.cookie)).toMatchObject({ user: null, enrolling: true, passwordless: true })
  const { cookie } = await setUp(world, entered.cookie)
  expect(await me(world, cookie)).toMatchObject({ user: { role: 'executive' }, enrolling: false })
})

test('the factor of the provider counts if the settings name it and the ID token has it', async () => {
  const world = await openProviderWorld({ secondFactor: ['mfa'] })
  await require(world)
  world.says('mei', { amr: ['pwd', 'mfa'] })
  const entered = await world.enter('mei')
  expect(await me(world, entered.cookie)).toMatchObject({ user: { role: 'executive' }, enrolling: false })
  await setUp(world, entered.cookie)
  expect((await world.enter('mei')).at).toBe('/scorecard')
  world.says('mei', { amr: ['pwd'] })
  expect((await world.enter('mei')).at).toBe('/sign-in?code=asked')
})
