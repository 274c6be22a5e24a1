import { expect, test } from 'vitest'
import { cookieOf, PASSWORD } from '../testing/open-app.ts'
import { openProviderWorld } from '../testing/provider-world.ts'

type World = Awaited<ReturnType<typeof openProviderWorld>>

const me = async ({ send }: World, cookie: string) =>
  (await (await send('/trpc/session.me', { headers: { cookie } })).json()).result.data.json

const call = (world: World, path: string, json: object, cookie: string) =>
  world.post(`/trpc/${path}`, { json }, { cookie })

const refusedAs = (code: string) => `/sign-in?provider=${code}`

/** Appointments as a reader sees them. */
const appointments = async (world: World, cookie: string) =>
  (await (await world.send('/trpc/people.appointments', { headers: { cookie } })).json()).result.data.json

test('a person whose claim gives the role of executive signs in as one', async () => {
  const world = await openProviderWorld()
  await world.join('officer')
  world.says('mei')
  const entered = await world.enter('mei', '/goal/staff-training')
  expect([entered.status, entered.at]).toEqual([303, '/goal/staff-training'])
  expect(await me(world, entered.cookie)).toMatchObject({
    user: { name: 'Mei Lin', email: 'mei@x.example', role: 'executive', locale: 'en' },
    provider: 'Example ID',
    passwordless: true,
  })
  const account = (await world.parts.store.people.accounts()).find(({ email }) => email === 'mei@x.example')
  expect(account).toMatchObject({ lastSignInOn: '2026-07-01', sessions: [{}] })
  expect(world.logged.filter(({ event }) => event === 'provider-sign-in')).toEqual([
    { level: 'info', event: 'provider-sign-in', userId: account?.id, notice: null },
  ])
  expect((await world.enter('mei')).at).toBe('/scorecard')
  expect(await world.parts.store.people.list()).toHaveLength(2)
})

test('a sign-in does not lead to an address of another site', async () => {
  const world = await openProviderWorld()
  await world.join('officer')
  world.says('mei')
  for (const next of ['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example'])
    expect((await world.enter('mei', next)).at).toBe('/scorecard')
})

test.each(['officer', 'case-handler'] as const)(
  'a claim only proposes a %s, whom another person confirms',
  async (role) => {
    const world = await openProviderWorld()
    const officer = await world.join('officer')
    world.says('mei', { groups: [role === 'officer' ? 'privacy' : 'desk'] })
    for (let again = 0; again < 2; again += 1) {
      const waiting = await world.enter('mei')
      expect(waiting.at).toBe(refusedAs('waits'))
      expect((await me(world, waiting.cookie)).user).toBeNull()
    }
    const { waiting } = await appointments(world, officer.cookie)
    expect(waiting).toMatchObject([{ role, email: 'mei@x.example', appointedBy: 'Example ID', mayConfirm: true }])
    expect((await call(world, 'people.confirm', { id: waiting[0].id }, officer.cookie)).status).toBe(200)
    const entered = await world.enter('mei')
    expect(entered.at).toBe('/scorecard')
    const { user } = await me(world, entered.cookie)
    expect(user).toMatchObject({ role, email: 'mei@x.example' })
    expect(await world.parts.store.appointments.isConfirmed(user.id)).toBe(true)
    expect(await world.parts.store.people.invitations(world.parts.clock.now())).toEqual([])
  },
)

test('a proposal is withdrawn if the claim no longer gives the role', async () => {
  const world = await openProviderWorld()
  const officer = await world.join('officer')
  world.says('mei', { groups: ['privacy'] })
  await world.enter('mei')
  world.says('mei', { groups: ['unknown'] })
  expect((await world.enter('mei')).at).toBe(refusedAs('no-role'))
  expect((await appointments(world, officer.cookie)).waiting).toEqual([])
  world.says('mei', { groups: ['board'] })
  const executive = await world.enter('mei')
  world.says('mei', { groups: ['privacy'] })
  expect((await world.enter('mei')).at).toBe(refusedAs('waits-with-role'))
  world.says('mei', { groups: ['board'] })
  expect((await world.enter('mei')).at).toBe('/scorecard')
  expect((await appointments(world, officer.cookie)).waiting).toEqual([])
  expect((await me(world, executive.cookie)).user.role).toBe('executive')
})

test('an executive whose claim gives the role of officer stays one until someone confirms', async () => {
  const world = await openProviderWorld()
  const officer = await world.join('officer')
  world.says('mei')
  await world.enter('mei')
  world.says('mei', { groups: ['privacy', 'board'] })
  const waiting = await world.enter('mei', '/goal/staff-training')
  expect(waiting.at).toBe(`${refusedAs('waits-with-role')}&next=%2Fgoal%2Fstaff-training`)
  expect((await me(world, waiting.cookie)).user.role).toBe('executive')
  const [{ id }] = (await appointments(world, officer.cookie)).waiting
  expect((await call(world, 'people.confirm', { id }, waiting.cookie)).status).toBe(403)
  expect((await call(world, 'people.confirm', { id }, officer.cookie)).status).toBe(200)
  expect((await me(world, waiting.cookie)).user).toBeNull()
  expect((await me(world, (await world.enter('mei')).cookie)).user.role).toBe('officer')
})

test('a changed role ends sessions and keys, and a claim without a role ends all access', async () => {
  const world = await openProviderWorld()
  await world.join('officer')
  world.says('mei', { groups: ['it'] })
  const before = await world.enter('mei')
  const key = { name: 'sync', scopes: ['partners:write'] }
  expect((await call(world, 'apiKey.make', key, before.cookie)).status).toBe(200)
  world.says('mei', { groups: ['audit'] })
  const after = await world.enter('mei')
  expect((await me(world, before.cookie)).user).toBeNull()
  expect((await me(world, after.cookie)).user.role).toBe('auditor')
  const mei = async () => (await world.parts.store.people.accounts()).find(({ email }) => email === 'mei@x.example')
  expect(await mei()).toMatchObject({ keys: 0, sessions: [{}] })
  world.says('mei', { groups: [] })
  expect((await world.enter('mei')).at).toBe(refusedAs('no-role'))
  expect((await me(world, after.cookie)).user).toBeNull()
  expect(await mei()).toMatchObject({ role: 'auditor', sessions: [] })
})

test('the last officer keeps the role without the claim, and sees a notice', async () => {
  const world = await openProviderWorld()
  await world.join('officer', 'mei@x.example')
  world.says('mei', { groups: ['privacy'] })
  expect((await world.enter('mei')).at).toBe('/scorecard')
  for (const groups of [['board'], []]) {
    world.says('mei', { groups })
    const entered = await world.enter('mei')
    expect(entered.at).toBe(refusedAs('last-officer'))
    expect((await me(world, entered.cookie)).user.role).toBe('officer')
  }
  await world.join('officer', 'second@x.example')
  world.says('mei', { groups: ['board'] })
  const executive = await world.enter('mei')
  expect((await me(world, executive.cookie)).user.role).toBe('executive')
})

test('an account with the same address is linked if the provider has verified it, and its password ends', async () => {
  const world = await openProviderWorld()
  const { person } = await world.join('executive', 'mei@x.example')
  world.says('mei', { emailVerified: false })
  expect((await world.enter('mei')).at).toBe(refusedAs('no-email'))
  expect((await world.signIn('mei@x.example')).status).toBe(200)
  world.says('mei', { email: 'Mei@x.example' })
  const entered = await world.enter('mei')
  expect((await me(world, entered.cookie)).user).toMatchObject({ id: person.id, name: person.name })
  expect((await world.signIn('mei@x.example')).status).toBe(401)
  world.says('mei', { email: 'mei.lin@x.example', emailVerified: false })
  expect((await me(world, (await world.enter('mei')).cookie)).user.id).toBe(person.id)
})

test('a removed person cannot return by the provider until someone invites them', async () => {
  const world = await openProviderWorld()
  const officer = await world.join('officer')
  world.says('mei')
  const { user } = await me(world, (await world.enter('mei')).cookie)
  await call(world, 'people.revoke', { id: user.id }, officer.cookie)
  expect((await world.enter('mei')).at).toBe(refusedAs('removed'))
  world.says('mei', { email: 'another@x.example' })
  expect((await world.enter('mei')).at).toBe(refusedAs('removed'))
  world.says('other-login')
  expect((await world.enter('other-login')).at).toBe(refusedAs('removed'))
  world.says('mei', { groups: ['privacy'] })
  expect((await world.enter('mei')).at).toBe(refusedAs('removed'))
  world.says('mei')
  const invitation = { email: 'mei@x.example', role: 'executive', locale: 'en' }
  expect((await call(world, 'people.invite', invitation, officer.cookie)).status).toBe(200)
  expect((await me(world, (await world.enter('mei')).cookie)).user.role).toBe('executive')
})

test('an invitation to another role is not replaced, and a role that another person must have is not given', async () => {
  const world = await openProviderWorld()
  const officer = await world.join('officer', 'lin@x.example')
  const invitation = { email: 'mei@x.example', role: 'auditor', locale: 'en' }
  await call(world, 'people.invite', invitation, officer.cookie)
  world.says('mei')
  expect((await world.enter('mei')).at).toBe(refusedAs('invited-otherwise'))
  world.says('lin', { email: 'lin+desk@x.example', groups: ['desk'] })
  expect((await world.enter('lin')).at).toBe(refusedAs('other-person'))
  expect(await world.parts.store.people.list()).toHaveLength(1)
})

test('a user without a password gets no password link, except by a recovery', async () => {
  const world = await openProviderWorld()
  await world.join('officer', 'mei@x.example')
  world.says('mei', { groups: ['privacy'] })
  await world.enter('mei')
  const { store, ids, clock } = world.parts
  const ask = () => world.post('/trpc/passwordReset.ask', { json: { email: 'mei@x.example' } })
  const letters = async () => (await (await store.authRecords()).letter.findMany()).map(({ kind }) => kind)
  expect((await ask()).status).toBe(200)
  expect(await letters()).toEqual([])
  const reset = { id: ids.next(), createdAt: clock.now(), expiresAt: clock.now() + 60_000 }
  await store.passwordResets.recover('mei@x.example', reset)
  const hash = await (await world.parts.auth.$context).password.hash(PASSWORD)
  expect(await store.passwordResets.use(reset.id, hash, clock.now())).toMatchObject({ ok: true })
  expect((await me(world, cookieOf(await world.signIn('mei@x.example')))).user.role).toBe('officer')
  await ask()
  expect(await letters()).toEqual(['password-reset'])
})

test('without a provider its routes do not exist, and no call opens a session by it', async () => {
  const world = await openProviderWorld()
  const { person } = await world.join('executive')
  const body = { userId: person.id, providerFactor: true }
  expect((await world.post('/api/auth/sign-in/provider', body)).status).toBe(404)
})
