import { expect, test } from 'vitest'
import { cookieOf, PASSWORD } from '../testing/open-app.ts'
import { openProviderApp } from '../testing/provider-app.ts'

type TestApp = Awaited<ReturnType<typeof openProviderApp>>

const me = async ({ send }: TestApp, cookie: string) =>
  (await (await send('/trpc/session.me', { headers: { cookie } })).json()).result.data.json

const call = (testApp: TestApp, path: string, json: object, cookie: string) =>
  testApp.post(`/trpc/${path}`, { json }, { cookie })

const refusedAs = (code: string) => `/sign-in?provider=${code}`

/** Appointments as a reader sees them. */
const appointments = async (testApp: TestApp, cookie: string) =>
  (await (await testApp.send('/trpc/people.appointments', { headers: { cookie } })).json()).result.data.json

test('a person whose claim gives the role of executive signs in as one', async () => {
  const testApp = await openProviderApp()
  await testApp.join('officer')
  testApp.claimsOf('mei')
  const signedIn = await testApp.enter('mei', '/goal/staff-training')
  expect([signedIn.status, signedIn.at]).toEqual([303, '/goal/staff-training'])
  expect(await me(testApp, signedIn.cookie)).toMatchObject({
    user: { name: 'Mei Lin', email: 'mei@x.example', role: 'executive', locale: 'en' },
    provider: 'Example ID',
    passwordless: true,
  })
  const account = (await testApp.services.store.people.accounts()).find(({ email }) => email === 'mei@x.example')
  expect(account).toMatchObject({ lastSignInOn: '2026-07-01', sessions: [{}] })
  expect(testApp.logged.filter(({ event }) => event === 'provider-sign-in')).toEqual([
    { level: 'info', event: 'provider-sign-in', userId: account?.id, notice: null },
  ])
  expect((await testApp.enter('mei')).at).toBe('/')
  expect(await testApp.services.store.people.list()).toHaveLength(2)
})

test('signing in again in a browser ends its earlier session', async () => {
  const testApp = await openProviderApp()
  await testApp.join('officer')
  testApp.claimsOf('mei')
  const [first, elsewhere] = [await testApp.enter('mei'), await testApp.enter('mei')]
  const again = await testApp.enter('mei', '', first.cookie)
  const users = await Promise.all([first, elsewhere, again].map(async ({ cookie }) => (await me(testApp, cookie)).user))
  expect(users.map((user) => user !== null)).toEqual([false, true, true])
})

test('a sign-in does not lead to an address of another site', async () => {
  const testApp = await openProviderApp()
  await testApp.join('officer')
  testApp.claimsOf('mei')
  const others = ['https://e.example', '//e.example', '/\\e.example', '/\t/e.example', '/\n/e.example', '\t//e.example']
  for (const next of [
    ...others,
    '/\t\\e.example',
    ' /goal',
    'goal',
    'javascript:alert(1)',
    '',
    'http://[',
    '/..//e.example',
  ])
    expect([next, (await testApp.enter('mei', next)).at]).toEqual([next, '/'])
})

test('a sign-in leads to the page that was asked for, whatever characters its address has', async () => {
  const testApp = await openProviderApp()
  await testApp.join('officer')
  testApp.claimsOf('mei')
  const enteredAt = async (next: string) => (await testApp.enter('mei', next)).at
  expect(await enteredAt('/goal/staff-training?period=2026-H1#top')).toBe('/goal/staff-training?period=2026-H1#top')
  expect(await enteredAt('/goal/a\0b')).toBe('/goal/a%00b')
  expect(await enteredAt('/goal/a\nb\rc')).toBe('/goal/abc')
  expect(await enteredAt('/goal/目标')).toBe('/goal/%E7%9B%AE%E6%A0%87')
  expect(await enteredAt(`/${'x'.repeat(3_000)}`)).toBe('/')
})

test.each(['officer', 'case-handler'] as const)(
  'a claim only proposes a %s, whom another person confirms',
  async (role) => {
    const testApp = await openProviderApp()
    const officer = await testApp.join('officer')
    testApp.claimsOf('mei', { groups: [role === 'officer' ? 'privacy' : 'desk'] })
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const pendingSignIn = await testApp.enter('mei')
      expect(pendingSignIn.at).toBe(refusedAs('waits'))
      expect((await me(testApp, pendingSignIn.cookie)).user).toBeNull()
    }
    const { waiting } = await appointments(testApp, officer.cookie)
    expect(waiting).toMatchObject([{ role, email: 'mei@x.example', appointedBy: 'Example ID', mayConfirm: true }])
    expect((await call(testApp, 'approval.decide', { id: waiting[0].id, approve: true }, officer.cookie)).status).toBe(
      200,
    )
    const signedIn = await testApp.enter('mei')
    expect(signedIn.at).toBe('/')
    const { user } = await me(testApp, signedIn.cookie)
    expect(user).toMatchObject({ role, email: 'mei@x.example' })
    expect(await testApp.services.store.appointments.isConfirmed(user.id)).toBe(true)
    expect(await testApp.services.store.people.invitations(testApp.services.clock.now())).toEqual([])
  },
)

test('a proposal is withdrawn if the claim no longer gives the role', async () => {
  const testApp = await openProviderApp()
  const officer = await testApp.join('officer')
  testApp.claimsOf('mei', { groups: ['privacy'] })
  await testApp.enter('mei')
  testApp.claimsOf('mei', { groups: ['unknown'] })
  expect((await testApp.enter('mei')).at).toBe(refusedAs('no-role'))
  expect((await appointments(testApp, officer.cookie)).waiting).toEqual([])
  testApp.claimsOf('mei', { groups: ['board'] })
  const executive = await testApp.enter('mei')
  testApp.claimsOf('mei', { groups: ['privacy'] })
  expect((await testApp.enter('mei')).at).toBe(refusedAs('waits-with-role'))
  testApp.claimsOf('mei', { groups: ['board'] })
  expect((await testApp.enter('mei')).at).toBe('/')
  expect((await appointments(testApp, officer.cookie)).waiting).toEqual([])
  expect((await me(testApp, executive.cookie)).user.role).toBe('executive')
})

test('an executive whose claim gives the role of officer stays one until someone confirms', async () => {
  const testApp = await openProviderApp()
  const officer = await testApp.join('officer')
  testApp.claimsOf('mei')
  await testApp.enter('mei')
  testApp.claimsOf('mei', { groups: ['privacy', 'board'] })
  const pendingSignIn = await testApp.enter('mei', '/goal/staff-training')
  expect(pendingSignIn.at).toBe(`${refusedAs('waits-with-role')}&next=%2Fgoal%2Fstaff-training`)
  expect((await me(testApp, pendingSignIn.cookie)).user.role).toBe('executive')
  const [{ id }] = (await appointments(testApp, officer.cookie)).waiting
  expect((await call(testApp, 'approval.decide', { id, approve: true }, pendingSignIn.cookie)).status).toBe(403)
  expect((await call(testApp, 'approval.decide', { id, approve: true }, officer.cookie)).status).toBe(200)
  expect((await me(testApp, pendingSignIn.cookie)).user).toBeNull()
  expect((await me(testApp, (await testApp.enter('mei')).cookie)).user.role).toBe('officer')
})

test('a changed role ends sessions and keys, and a claim without a role ends all access', async () => {
  const testApp = await openProviderApp()
  await testApp.join('officer')
  testApp.claimsOf('mei', { groups: ['it'] })
  const signedInBefore = await testApp.enter('mei')
  const key = { name: 'sync', scopes: ['partners:write'] }
  expect((await call(testApp, 'apiKey.make', key, signedInBefore.cookie)).status).toBe(200)
  testApp.claimsOf('mei', { groups: ['audit'] })
  const after = await testApp.enter('mei')
  expect((await me(testApp, signedInBefore.cookie)).user).toBeNull()
  expect((await me(testApp, after.cookie)).user.role).toBe('auditor')
  const mei = async () =>
    (await testApp.services.store.people.accounts()).find(({ email }) => email === 'mei@x.example')
  expect(await mei()).toMatchObject({ keys: 0, sessions: [{}] })
  testApp.claimsOf('mei', { groups: [] })
  expect((await testApp.enter('mei')).at).toBe(refusedAs('no-role'))
  expect((await me(testApp, after.cookie)).user).toBeNull()
  expect(await mei()).toMatchObject({ role: 'auditor', sessions: [] })
})

test('the last officer keeps the role without the claim, and sees a notice', async () => {
  const testApp = await openProviderApp()
  await testApp.join('officer', 'mei@x.example')
  testApp.claimsOf('mei', { groups: ['privacy'] })
  expect((await testApp.enter('mei')).at).toBe('/')
  for (const groups of [['board'], []]) {
    testApp.claimsOf('mei', { groups })
    const signedIn = await testApp.enter('mei')
    expect(signedIn.at).toBe(refusedAs('last-officer'))
    expect((await me(testApp, signedIn.cookie)).user.role).toBe('officer')
  }
  const second = await testApp.join('officer', 'second@x.example')
  testApp.claimsOf('mei', { groups: ['board'] })
  for (let times = 0; times < 2; times++) {
    const waitingSignIn = await testApp.enter('mei')
    expect((await me(testApp, waitingSignIn.cookie)).user.role).toBe('officer')
  }
  const pending = await testApp.services.store.approvals.pending(testApp.services.clock.now())
  await call(testApp, 'approval.decide', { id: pending[0]?.id, approve: true }, second.cookie)
  const executive = await testApp.enter('mei')
  expect((await me(testApp, executive.cookie)).user.role).toBe('executive')
})

test('an account with the same address is linked if the provider has verified it, and its password ends', async () => {
  const testApp = await openProviderApp()
  const { person } = await testApp.join('executive', 'mei@x.example')
  testApp.claimsOf('mei', { emailVerified: false })
  expect((await testApp.enter('mei')).at).toBe(refusedAs('no-email'))
  expect((await testApp.signIn('mei@x.example')).status).toBe(200)
  testApp.claimsOf('mei', { email: 'Mei@x.example' })
  const signedIn = await testApp.enter('mei')
  expect((await me(testApp, signedIn.cookie)).user).toMatchObject({ id: person.id, name: person.name })
  expect((await testApp.signIn('mei@x.example')).status).toBe(401)
  testApp.claimsOf('mei', { email: 'mei.lin@x.example', emailVerified: false })
  expect((await me(testApp, (await testApp.enter('mei')).cookie)).user.id).toBe(person.id)
})

test('a removed person cannot return by the provider until someone invites them', async () => {
  const testApp = await openProviderApp()
  const officer = await testApp.join('officer')
  testApp.claimsOf('mei')
  const { user } = await me(testApp, (await testApp.enter('mei')).cookie)
  await call(testApp, 'people.revoke', { id: user.id }, officer.cookie)
  expect((await testApp.enter('mei')).at).toBe(refusedAs('removed'))
  testApp.claimsOf('mei', { email: 'another@x.example' })
  expect((await testApp.enter('mei')).at).toBe(refusedAs('removed'))
  testApp.claimsOf('other-login')
  expect((await testApp.enter('other-login')).at).toBe(refusedAs('removed'))
  testApp.claimsOf('mei', { groups: ['privacy'] })
  expect((await testApp.enter('mei')).at).toBe(refusedAs('removed'))
  testApp.claimsOf('mei')
  const invitation = { email: 'mei@x.example', role: 'executive', locale: 'en' }
  expect((await call(testApp, 'people.invite', invitation, officer.cookie)).status).toBe(200)
  expect((await me(testApp, (await testApp.enter('mei')).cookie)).user.role).toBe('executive')
})

test('an invitation to another role is not replaced, and a role that another person must have is not given', async () => {
  const testApp = await openProviderApp()
  const officer = await testApp.join('officer', 'lin@x.example')
  const invitation = { email: 'mei@x.example', role: 'auditor', locale: 'en' }
  await call(testApp, 'people.invite', invitation, officer.cookie)
  testApp.claimsOf('mei')
  expect((await testApp.enter('mei')).at).toBe(refusedAs('invited-otherwise'))
  testApp.claimsOf('lin', { email: 'lin+desk@x.example', groups: ['desk'] })
  expect((await testApp.enter('lin')).at).toBe(refusedAs('other-person'))
  expect(await testApp.services.store.people.list()).toHaveLength(1)
})

test('a user without a password gets no password link, except by a recovery', async () => {
  const testApp = await openProviderApp()
  await testApp.join('officer', 'mei@x.example')
  testApp.claimsOf('mei', { groups: ['privacy'] })
  await testApp.enter('mei')
  const { store, ids, clock } = testApp.services
  const ask = () => testApp.post('/trpc/passwordReset.ask', { json: { email: 'mei@x.example' } })
  const letters = async () => (await (await store.authRecords()).letter.findMany()).map(({ kind }) => kind)
  expect((await ask()).status).toBe(200)
  expect(await letters()).toEqual([])
  const reset = { id: ids.next(), createdAt: clock.now(), expiresAt: clock.now() + 60_000 }
  await store.passwordResets.recover('mei@x.example', reset)
  const hash = await (await testApp.services.auth.$context).password.hash(PASSWORD)
  expect(await store.passwordResets.use(reset.id, hash, clock.now())).toMatchObject({ ok: true })
  expect((await me(testApp, cookieOf(await testApp.signIn('mei@x.example')))).user.role).toBe('officer')
  await ask()
  expect(await letters()).toEqual(['password-reset'])
})

test('without a provider its routes do not exist, and no call opens a session by it', async () => {
  const testApp = await openProviderApp()
  const { person } = await testApp.join('executive')
  const body = { userId: person.id, providerFactor: true }
  expect((await testApp.post('/api/auth/sign-in/provider', body)).status).toBe(404)
})
