import type { Forgery } from '@wayproof/sign-in-provider'
import { expect, test } from 'vitest'
import { openProviderWorld } from '../testing/provider-world.ts'

type World = Awaited<ReturnType<typeof openProviderWorld>>

/** Nothing is left in the database, and one line in the log that holds none of `secrets`. */
async function expectNothingLeft({ parts, logged }: World, line: object, secrets: readonly string[]) {
  const { user, account, session, userInvitation, verification } = await parts.store.authRecords()
  const counts = [user.count(), account.count(), session.count(), userInvitation.count(), verification.count()]
  expect(await Promise.all(counts)).toEqual([0, 0, 0, 0, 0])
  const lines = logged.filter(({ event }) => event === 'provider-sign-in')
  expect(lines).toMatchObject([{ level: 'info', ...line }])
  for (const secret of secrets) expect(JSON.stringify(logged)).not.toContain(secret)
}

test('a person who cancels at the provider is told so', async () => {
  const world = await openProviderWorld()
  const { address, cookie } = await world.begin()
  const back = await world.atProvider(address, null)
  const answer = await world.send(back, { headers: { cookie } })
  expect(answer.headers.get('location')).toBe('/sign-in?provider=denied')
  await expectNothingLeft(world, { code: 'denied', faultCode: 'access_denied' }, [])
})

test('an answer that this browser did not ask for is refused', async () => {
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

test('a code works once', async () => {
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
] as const)('an ID token of another %s is not believed', async (forgery: Forgery, reason) => {
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

test('an answer in the name of another issuer is not believed', async () => {
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

test('a provider that calls itself otherwise than the settings do is not believed', async () => {
  const world = await openProviderWorld({}, (issuer) => issuer.replace('127.0.0.1', 'localhost'))
  const { address } = await world.begin()
  expect(address).toBe('/sign-in?provider=untrusted')
  await expectNothingLeft(world, { code: 'untrusted', faultCode: 'attribute issuer' }, [])
})

test('a provider that is down after the sign-in there is named', async () => {
  const world = await openProviderWorld()
  world.says('mei')
  const { address, cookie } = await world.begin()
  const back = await world.atProvider(address, 'mei')
  await world.stop()
  const answer = await world.send(back, { headers: { cookie } })
  expect(answer.headers.get('location')).toBe('/sign-in?provider=unreachable')
  await expectNothingLeft(world, { code: 'unreachable' }, [])
})

test('without the provider the button leads to a sentence', async () => {
  const world = await openProviderWorld()
  await world.stop()
  const answer = await world.send('/api/auth/provider?next=/goal/staff-training')
  expect(answer.headers.get('location')).toBe('/sign-in?provider=unreachable&next=%2Fgoal%2Fstaff-training')
  await expectNothingLeft(world, { code: 'unreachable' }, [])
})

test('an address of the network comes back without a sign-in a hundred times in 15 minutes', async () => {
  const world = await openProviderWorld()
  const back = async () => (await world.send('/api/auth/provider/callback')).headers.get('location')
  expect(await back()).toBe('/sign-in?provider=not-begun')
  await (await world.parts.store.authRecords()).rateLimit.updateMany({ data: { count: 100 } })
  expect(await back()).toBe('/sign-in?provider=too-many')
})
