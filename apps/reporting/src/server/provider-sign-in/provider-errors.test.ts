import type { Forgery } from '@wayproof/sign-in-provider'
import { expect, test } from 'vitest'
import { openProviderWorld } from '../testing/provider-world.ts'

type World = Awaited<ReturnType<typeof openProviderWorld>>

/** Expects that nothing is left in the database, and that one line of the log contains none of `secrets`. */
async function expectNothingLeft({ parts, logged }: World, line: object, secrets: readonly string[]) {
  const { user, account, session, userInvitation, verification } = await parts.store.authRecords()
  const counts = [user.count(), account.count(), session.count(), userInvitation.count(), verification.count()]
  expect(await Promise.all(counts)).toEqual([0, 0, 0, 0, 0])
  const lines = logged.filter(({ event }) => event === 'provider-sign-in')
  expect(lines).toMatchObject([{ level: 'info', ...line }])
  for (const secret of secrets) expect(JSON.stringify(logged)).not.toContain(secret)
}

test('a person who cancels at the provider sees a notice', async () => {
  const world = await openProviderWorld()
  const { address, cookie } = await world.begin()
  const back = await world.atProvider(address, null)
  const answer = await world.send(back, { headers: { cookie } })
  expect(answer.headers.get('location')).toBe('/sign-in?provider=denied')
  await expectNothingLeft(world, { code: 'denied', faultCode: 'access_denied' }, [])
})

test('a response that this browser did not request is refused', async () => {
  const world = await openProviderWorld()
  world.says('mei')
  const [one, other] = [await world.begin(), await world.begin()]
  const back = await world.atProvider(one.address, 'mei')
  const state = new URLSearchParams(back.split('?')[1])
  for (const headers of [{}, { cookie: other.cookie }, { cookie: `${one.cookie}x` }])
    expect((await world.send(back, { headers })).headers.get('location')).toBe('/sign-in?provider=not-begun')
  world.pass(10)
  const late = await world.send(back, { headers: { cookie: one.cookie } })
  expect(late.headers.get('location')).toBe('/sign-in?provider=not-begun')
  const lines = world.logged.filter(({ event }) => event === 'provider-sign-in')
  expect(lines.map(({ faultCode }) => faultCode)).toEqual(['no attempt', 'wrong state', 'no attempt', 'no attempt'])
  expect(JSON.stringify(world.logged)).not.toContain(state.get('code'))
  expect(await world.parts.store.people.list()).toEqual([])
})

test('a code works only once', async () => {
  const world = await openProviderWorld()
  world.says('mei', { groups: [] })
  const { address, cookie } = await world.begin()
  const back = await world.atProvider(address, 'mei')
  const use = async () => (await world.send(back, { headers: { cookie } })).headers.get('location')
  expect([await use(), await use()]).toEqual(['/sign-in?provider=nobody-yet', '/sign-in?provider=expired'])
  expect(world.logged.map(({ faultCode }) => faultCode)).toEqual(['nobody-yet', 'invalid_grant'])
})

test.each([
  ['key', 'OAUTH_INVALID_RESPONSE'],
  ['audience', 'claim aud'],
  ['issuer', 'claim iss'],
  ['nonce', 'claim nonce'],
] as const)('an ID token with another %s is refused', async (forgery: Forgery, reason) => {
  const world = await openProviderWorld()
  world.says('mei')
  world.provider.forge(forgery)
  const { address, cookie } = await world.begin()
  const back = await world.atProvider(address, 'mei')
  const answer = await world.send(back, { headers: { cookie } })
  expect(answer.headers.get('location')).toBe('/sign-in?provider=untrusted')
  const code = new URLSearchParams(back.split('?')[1]).get('code') ?? ''
  await expectNothingLeft(world, { code: 'untrusted', faultCode: reason }, [code, 'mei@x.example', 'eyJ'])
})

test('a response in the name of another issuer is refused', async () => {
  const world = await openProviderWorld()
  world.says('mei')
  const { address, cookie } = await world.begin()
  const back = await world.atProvider(address, 'mei')
  const mixed = back.replace(/iss=[^&]+/, `iss=${encodeURIComponent('https://elsewhere.example')}`)
  expect(mixed).not.toBe(back)
  const answer = await world.send(mixed, { headers: { cookie } })
  expect(answer.headers.get('location')).toBe('/sign-in?provider=untrusted')
  await expectNothingLeft(world, { code: 'untrusted' }, [])
})

test('a provider with another issuer than in the settings is refused', async () => {
  const world = await openProviderWorld({}, (issuer) => issuer.replace('127.0.0.1', 'localhost'))
  const { address } = await world.begin()
  expect(address).toBe('/sign-in?provider=untrusted')
  await expectNothingLeft(world, { code: 'untrusted', faultCode: 'attribute issuer' }, [])
})

test('a provider that fails after the sign-in gets its own notice', async () => {
  const world = await openProviderWorld()
  world.says('mei')
  const { address, cookie } = await world.begin()
  const back = await world.atProvider(address, 'mei')
  await world.stop()
  const answer = await world.send(back, { headers: { cookie } })
  expect(answer.headers.get('location')).toBe('/sign-in?provider=unreachable')
  await expectNothingLeft(world, { code: 'unreachable' }, [])
})

test('if the provider is down, the button leads to a notice', async () => {
  const world = await openProviderWorld()
  await world.stop()
  const answer = await world.send('/api/auth/provider?next=/goal/staff-training')
  expect(answer.headers.get('location')).toBe('/sign-in?provider=unreachable&next=%2Fgoal%2Fstaff-training')
  await expectNothingLeft(world, { code: 'unreachable' }, [])
})

test('one network address may return without a sign-in a hundred times in 15 minutes', async () => {
  const world = await openProviderWorld()
  const back = async () => (await world.send('/api/auth/provider/callback')).headers.get('location')
  expect(await back()).toBe('/sign-in?provider=not-begun')
  await (await world.parts.store.authRecords()).rateLimit.updateMany({ data: { count: 100 } })
  expect(await back()).toBe('/sign-in?provider=too-many')
})
