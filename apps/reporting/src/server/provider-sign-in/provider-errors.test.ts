import type { Forgery } from '@wayproof/sign-in-provider/forged-token'
import { expect, test } from 'vitest'
import { openProviderApp } from '../testing/provider-app.ts'

type TestApp = Awaited<ReturnType<typeof openProviderApp>>

/** Expects that nothing is left in the database, and that one line of the log contains none of `secrets`. */
async function expectNothingLeft({ services, logged }: TestApp, line: object, secrets: readonly string[]) {
  const { user, account, session, userInvitation, verification } = await services.store.authRecords()
  const counts = [user.count(), account.count(), session.count(), userInvitation.count(), verification.count()]
  expect(await Promise.all(counts)).toEqual([0, 0, 0, 0, 0])
  const lines = logged.filter(({ event }) => event === 'provider-sign-in')
  expect(lines).toMatchObject([{ level: 'info', ...line }])
  for (const secret of secrets) expect(JSON.stringify(logged)).not.toContain(secret)
}

test('a person who cancels at the provider sees a notice', async () => {
  const testApp = await openProviderApp()
  const { address, cookie } = await testApp.begin()
  const back = await testApp.atProvider(address, null)
  const answer = await testApp.send(back, { headers: { cookie } })
  expect(answer.headers.get('location')).toBe('/sign-in?provider=denied')
  await expectNothingLeft(testApp, { code: 'denied', faultCode: 'access_denied' }, [])
})

test('a response that this browser did not request is refused', async () => {
  const testApp = await openProviderApp()
  testApp.claimsOf('mei')
  const [firstAttempt, secondAttempt] = [await testApp.begin(), await testApp.begin()]
  const back = await testApp.atProvider(firstAttempt.address, 'mei')
  const state = new URLSearchParams(back.split('?')[1])
  for (const headers of [{}, { cookie: secondAttempt.cookie }, { cookie: `${firstAttempt.cookie}x` }])
    expect((await testApp.send(back, { headers })).headers.get('location')).toBe('/sign-in?provider=not-begun')
  testApp.pass(10)
  const lateResponse = await testApp.send(back, { headers: { cookie: firstAttempt.cookie } })
  expect(lateResponse.headers.get('location')).toBe('/sign-in?provider=not-begun')
  const lines = testApp.logged.filter(({ event }) => event === 'provider-sign-in')
  expect(lines.map(({ faultCode }) => faultCode)).toEqual(['no attempt', 'wrong state', 'no attempt', 'no attempt'])
  expect(JSON.stringify(testApp.logged)).not.toContain(state.get('code'))
  expect(await testApp.services.store.people.list()).toEqual([])
})

test('a code works only once', async () => {
  const testApp = await openProviderApp()
  testApp.claimsOf('mei', { groups: [] })
  const { address, cookie } = await testApp.begin()
  const back = await testApp.atProvider(address, 'mei')
  const use = async () => (await testApp.send(back, { headers: { cookie } })).headers.get('location')
  expect([await use(), await use()]).toEqual(['/sign-in?provider=nobody-yet', '/sign-in?provider=expired'])
  expect(testApp.logged.map(({ faultCode }) => faultCode)).toEqual(['nobody-yet', 'invalid_grant'])
})

test.each([
  ['key', 'OAUTH_INVALID_RESPONSE'],
  ['audience', 'claim aud'],
  ['issuer', 'claim iss'],
  ['nonce', 'claim nonce'],
] as const)('an ID token with another %s is refused', async (forgery: Forgery, reason) => {
  const testApp = await openProviderApp()
  testApp.claimsOf('mei')
  testApp.provider.forge(forgery)
  const { address, cookie } = await testApp.begin()
  const back = await testApp.atProvider(address, 'mei')
  const answer = await testApp.send(back, { headers: { cookie } })
  expect(answer.headers.get('location')).toBe('/sign-in?provider=untrusted')
  const code = new URLSearchParams(back.split('?')[1]).get('code') ?? ''
  await expectNothingLeft(testApp, { code: 'untrusted', faultCode: reason }, [code, 'mei@x.example', 'eyJ'])
})

test('a response in the name of another issuer is refused', async () => {
  const testApp = await openProviderApp()
  testApp.claimsOf('mei')
  const { address, cookie } = await testApp.begin()
  const back = await testApp.atProvider(address, 'mei')
  const mixed = back.replace(/iss=[^&]+/, `iss=${encodeURIComponent('https://elsewhere.example')}`)
  expect(mixed).not.toBe(back)
  const answer = await testApp.send(mixed, { headers: { cookie } })
  expect(answer.headers.get('location')).toBe('/sign-in?provider=untrusted')
  await expectNothingLeft(testApp, { code: 'untrusted' }, [])
})

test('a provider with another issuer than in the settings is refused', async () => {
  const testApp = await openProviderApp({}, (issuer) => issuer.replace('127.0.0.1', 'localhost'))
  const { address } = await testApp.begin()
  expect(address).toBe('/sign-in?provider=untrusted')
  await expectNothingLeft(testApp, { code: 'untrusted', faultCode: 'attribute issuer' }, [])
})

test('a provider that fails after the sign-in gets its own notice', async () => {
  const testApp = await openProviderApp()
  testApp.claimsOf('mei')
  const { address, cookie } = await testApp.begin()
  const back = await testApp.atProvider(address, 'mei')
  await testApp.stop()
  const answer = await testApp.send(back, { headers: { cookie } })
  expect(answer.headers.get('location')).toBe('/sign-in?provider=unreachable')
  await expectNothingLeft(testApp, { code: 'unreachable' }, [])
})

test('if the provider is down, the button leads to a notice', async () => {
  const testApp = await openProviderApp()
  await testApp.stop()
  const answer = await testApp.send('/api/auth/provider?next=/goal/staff-training', {
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  expect(answer.headers.get('location')).toBe('/sign-in?provider=unreachable&next=%2Fgoal%2Fstaff-training')
  await expectNothingLeft(testApp, { code: 'unreachable' }, [])
})

test('one network address may return without a sign-in a hundred times in 15 minutes', async () => {
  const testApp = await openProviderApp()
  const back = async () => (await testApp.send('/api/auth/provider/callback')).headers.get('location')
  expect(await back()).toBe('/sign-in?provider=not-begun')
  await (await testApp.services.store.authRecords()).rateLimit.updateMany({ data: { count: 100 } })
  expect(await back()).toBe('/sign-in?provider=too-many')
})
