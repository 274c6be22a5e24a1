import { USER_ROLES } from '@wayproof/accounts/accounts/person'
import { hashPassword } from 'better-auth/crypto'
import { expect, test } from 'vitest'
import { cookieOf, openApp, PASSWORD } from '../testing/open-app.ts'

const me = async (send: Awaited<ReturnType<typeof openApp>>['send'], cookie: string) =>
  (await (await send('/trpc/session.me', { headers: { cookie } })).json()).result.data.json.user

test('an account accepts ten guesses from one address in 15 minutes, whatever the call claims about its sender', async () => {
  const { signIn, join, pass } = await openApp()
  await join('officer')
  const guessPassword = (n: number) =>
    signIn('Officer@x.example', 'a wrong password', {
      'x-forwarded-for': `10.0.0.${n}`,
    })
  const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => guessPassword(n)))
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(10)
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(40)
  expect((await signIn('officer@x.example')).status).toBe(429)
  pass(14)
  expect((await signIn('officer@x.example')).status).toBe(429)
  pass(1.01)
  expect((await signIn('officer@x.example')).status).toBe(200)
})

test('the right password clears the count', async () => {
  const { signIn, join } = await openApp()
  await join('officer')
  for (let round = 0; round < 2; round += 1) {
    for (let n = 0; n < 9; n += 1) expect((await signIn('officer@x.example', 'a wrong password')).status).toBe(401)
    expect((await signIn('officer@x.example')).status).toBe(200)
  }
})

test('guesses at the password of a session count as guesses at its account', async () => {
  const { post, join, signIn } = await openApp()
  const { cookie } = await join('officer')
  const guessPassword = async (currentPassword: string) =>
    (await post('/api/auth/change-password', { currentPassword, newPassword: `${PASSWORD}!` }, { cookie })).status
  for (let n = 0; n < 10; n += 1) expect(await guessPassword('a wrong password')).toBe(400)
  const finalStatus = (await signIn('officer@x.example', PASSWORD, { cookie })).status
  expect([await guessPassword(PASSWORD), finalStatus]).toEqual([429, 429])
})

test('one network address can make a hundred guesses at any accounts', async () => {
  const { signIn, pass, services } = await openApp()
  const guessPassword = async (n: number) => (await signIn(`nobody${n}@x.example`, 'a wrong password')).status
  const counts = async () =>
    (await (await services.store.authRecords()).rateLimit.findMany()).map(({ count }) => count).sort()
  const first = [await guessPassword(1), await guessPassword(2), await guessPassword(3)]
  expect([first, await counts()]).toEqual([
    [401, 401, 401],
    [1, 1, 1, 1, 1, 1, 3],
  ])
  // Hashing a password is slow on purpose, so 95 of the hundred guesses are written as counts only.
  await (await services.store.authRecords()).rateLimit.updateMany({ where: { count: 3 }, data: { count: 98 } })
  expect([await guessPassword(4), await guessPassword(5), await guessPassword(6), await guessPassword(7)]).toEqual([
    401, 401, 429, 429,
  ])
  pass(15.01)
  expect(await guessPassword(8)).toBe(401)
})

/** The count of an address after 99 wrong passwords. */
async function nearlyFull(services: Awaited<ReturnType<typeof openApp>>['services'], address: string) {
  const limit = { calls: 99, milliseconds: 15 * 60_000 }
  while ((await services.store.callLimits.take(`guess-from|${address}`, limit, services.clock.now())) === null);
}

test('a successful sign-in does not use up the guesses of others behind the same address', async () => {
  const { signIn, join, services } = await openApp()
  await join('officer')
  await nearlyFull(services, '203.0.113.7')
  for (let n = 0; n < 4; n += 1) expect((await signIn('officer@x.example')).status).toBe(200)
  expect((await signIn('nobody@x.example', 'wrong')).status).toBe(401)
  const refusedSignIn = await signIn('officer@x.example')
  expect([refusedSignIn.status, refusedSignIn.headers.get('retry-after')]).toEqual([429, '900'])
})

test('behind a trusted proxy each address has its own count', async () => {
  const { signIn, from, services } = await openApp({ proxies: ['127.0.0.1'] })
  from('127.0.0.1')
  const guessPassword = async (forwarded: string) =>
    (await signIn('nobody@x.example', 'wrong', { 'x-forwarded-for': forwarded })).status
  expect(await guessPassword('198.51.100.1')).toBe(401)
  await nearlyFull(services, '198.51.100.1')
  expect([
    await guessPassword('198.51.100.1'),
    await guessPassword('198.51.100.1'),
    await guessPassword('10.9.9.9, 198.51.100.1'),
  ]).toEqual([401, 429, 429])
  expect(await guessPassword('198.51.100.1, 198.51.100.2')).toBe(401)
})

test('behind an unlisted proxy, callers are not all counted as one', async () => {
  const { signIn, from, services } = await openApp()
  from('127.0.0.1')
  expect((await signIn('nobody@x.example', 'wrong', { 'x-forwarded-for': '198.51.100.1' })).status).toBe(401)
  const rows = await (await services.store.authRecords()).rateLimit.findMany()
  expect(rows.map(({ key }) => key.split('|')[0]).sort()).toEqual(['guess', 'guess-all'])
})

test('a forged address from any other peer has no effect', async () => {
  const { signIn, services } = await openApp({ proxies: ['127.0.0.1'] })
  const guessPassword = async (n: number) =>
    (await signIn(`nobody${n}@x.example`, 'wrong', { 'x-forwarded-for': `198.51.100.${n}` })).status
  expect(await guessPassword(1)).toBe(401)
  await nearlyFull(services, '203.0.113.7')
  expect([await guessPassword(2), await guessPassword(3)]).toEqual([401, 429])
})

test('the response does not reveal whether an account exists', async () => {
  const { signIn, join } = await openApp()
  await join('officer')
  const [knownAddress, unknown] = [
    await signIn('officer@x.example', 'wrong'),
    await signIn('nobody@x.example', 'wrong'),
  ]
  expect([unknown.status, await unknown.text()]).toEqual([knownAddress.status, await knownAddress.text()])
})

test('the addresses that were tried are not stored', async () => {
  const { signIn, logged, services } = await openApp()
  await signIn('tried@x.example', 'a wrong password')
  const rows = await (await services.store.authRecords()).rateLimit.findMany()
  expect(rows).toHaveLength(3)
  const stored = JSON.stringify([logged, rows], (_, value) => (typeof value === 'bigint' ? Number(value) : value))
  expect(stored).not.toMatch(/tried|203\.0\.113/)
})

test('signing out ends the session, also for a copied cookie', async () => {
  const { send, post, join } = await openApp()
  const { cookie, person } = await join('executive')
  expect(await me(send, cookie)).toEqual(person)
  const signedOut = await post('/api/auth/sign-out', {}, { cookie })
  expect([signedOut.status, signedOut.headers.get('clear-site-data')]).toEqual([200, '"cache"'])
  expect(await me(send, cookie)).toBeNull()
})

test.each(USER_ROLES)('a session of %s ends after 12 hours, even if it is in use', async (role) => {
  const { send, join, services, pass } = await openApp()
  const { cookie, person } = await join(role)
  for (let minutes = 0; minutes < 12 * 60 - 30; minutes += 30) {
    expect(await me(send, cookie)).toEqual(person)
    pass(30)
  }
  expect(await me(send, cookie)).toEqual(person)
  const sessions = () => services.store.authRecords().then(({ session }) => session.findMany())
  expect(await sessions()).toMatchObject([{ ipAddress: null, userAgent: null }])
  pass(30)
  expect([await me(send, cookie), await sessions()]).toEqual([null, []])
})

test.each(USER_ROLES)('an idle session of %s ends', async (role) => {
  const { send, post, join, pass } = await openApp()
  const { cookie, person } = await join(role)
  const idleMinutes = role === 'officer' || role === 'case-handler' ? 60 : 240
  pass(idleMinutes - 0.1)
  expect(await me(send, cookie)).toEqual(person)
  pass(idleMinutes)
  const current = (await (await send('/api/auth/get-session', { headers: { cookie } })).json())?.user?.id ?? null
  const passwordChange = { currentPassword: PASSWORD, newPassword: `${PASSWORD}!` }
  const { status } = await post('/api/auth/change-password', passwordChange, { cookie })
  expect([current, status, await me(send, cookie)]).toEqual([null, 401, null])
})

test('a changed password ends the other sessions of that account only', async () => {
  const { send, post, join, signIn } = await openApp()
  const { cookie, person } = await join('officer')
  const otherPerson = await join('executive')
  const otherSession = cookieOf(await signIn('officer@x.example'))
  expect((await me(send, otherSession))?.email).toBe('officer@x.example')
  expect(await me(send, cookie)).toEqual(person)
  const passwordChange = { currentPassword: PASSWORD, newPassword: 'seven quiet kettles', revokeOtherSessions: false }
  const changed = await post('/api/auth/change-password', passwordChange, { cookie })
  expect(changed.status).toBe(200)
  // The current session has a new token, and the old one ends.
  expect([await me(send, otherSession), await me(send, cookie)]).toEqual([null, null])
  expect(await me(send, cookieOf(changed))).toEqual(person)
  expect(await me(send, otherPerson.cookie)).toEqual(otherPerson.person)
  expect((await signIn('officer@x.example')).status).toBe(401)
})

test('signing in again in a browser ends its earlier session, also of another person, and a wrong password ends none', async () => {
  const { send, join, signIn } = await openApp()
  const { cookie } = await join('officer')
  const otherPerson = await join('executive')
  const elsewhere = cookieOf(await signIn('officer@x.example'))
  await signIn('officer@x.example', 'a wrong password', { cookie })
  expect(await me(send, cookie)).not.toBeNull()
  const again = cookieOf(await signIn('officer@x.example', PASSWORD, { cookie }))
  expect([await me(send, cookie), (await me(send, again))?.role]).toEqual([null, 'officer'])
  const third = cookieOf(await signIn('officer@x.example', PASSWORD, { cookie: otherPerson.cookie }))
  expect([await me(send, otherPerson.cookie), (await me(send, third))?.role]).toEqual([null, 'officer'])
  expect(await me(send, elsewhere)).not.toBeNull()
})

test('guesses from elsewhere do not lock the owner out: by address, by browser, and in all', async () => {
  const { signIn, join, from, services } = await openApp()
  const { cookie } = await join('officer')
  const otherPerson = await join('executive')
  const guessPassword = async (headers = {}) => (await signIn('officer@x.example', 'a wrong password', headers)).status
  from('198.51.100.1')
  for (let n = 0; n < 10; n += 1) expect(await guessPassword()).toBe(401)
  const forged = cookie.replace(
    /(wayproof\.device=[^.]+\.)(.)/,
    (_, previous, letter) => previous + (letter === 'A' ? 'B' : 'A'),
  )
  for (const headers of [{}, { cookie: forged }, { cookie: otherPerson.cookie }])
    expect(await guessPassword(headers)).toBe(429)
  expect((await signIn('officer@x.example', PASSWORD, { cookie })).status).toBe(200)
  from('203.0.113.7')
  expect((await signIn('officer@x.example')).status).toBe(200)
  // As if 90 other guesses had come from as many addresses.
  const { rateLimit } = await services.store.authRecords()
  await rateLimit.updateMany({ where: { key: { startsWith: 'guess-all|' } }, data: { count: 100 } })
  from('198.51.100.99')
  expect(await guessPassword()).toBe(429)
  expect((await signIn('officer@x.example', PASSWORD, { cookie })).status).toBe(200)
  for (let n = 0; n < 10; n += 1) expect(await guessPassword({ cookie })).toBe(401)
  expect((await signIn('officer@x.example', PASSWORD, { cookie })).status).toBe(429)
})

test('a right password hashed by an earlier version is hashed again and still works', async () => {
  const { signIn, join, services } = await openApp({ passwordCost: null })
  const { person } = await join('officer')
  const { account } = await services.store.authRecords()
  const storedHash = async () => (await account.findFirst({ where: { userId: person.id } }))?.password ?? ''
  const oldHash = await hashPassword(PASSWORD)
  await account.updateMany({ where: { userId: person.id }, data: { password: oldHash } })
  expect((await signIn('officer@x.example', 'a wrong password')).status).toBe(401)
  expect(await storedHash()).toBe(oldHash)
  expect((await signIn('officer@x.example')).status).toBe(200)
  const anew = await storedHash()
  expect(anew).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect((await signIn('officer@x.example')).status).toBe(200)
  expect(await storedHash()).toBe(anew)
})

test('an easily guessed password can be neither chosen nor set', async () => {
  const { post, join } = await openApp()
  const { cookie } = await join('officer')
  for (const newPassword of ['password1234', 'officer@x.example']) {
    const passwordChange = { currentPassword: PASSWORD, newPassword }
    const answer = await post('/api/auth/change-password', passwordChange, { cookie })
    expect([answer.status, (await answer.json()).code]).toEqual([400, 'PASSWORD_TOO_EASY'])
  }
})

test('removing a person ends their sessions at once; the last officer stays', async () => {
  const { send, post, join } = await openApp()
  const officer = await join('officer')
  const executive = await join('executive')
  const revoke = (id: string) => post('/trpc/people.revoke', { json: { id } }, { cookie: officer.cookie })
  expect((await revoke(executive.person.id)).status).toBe(200)
  expect(await me(send, executive.cookie)).toBeNull()
  const last = await revoke(officer.person.id)
  expect([last.status, (await last.json()).error.json.data.faultCode]).toEqual([409, 'last-officer'])
})

test('no one raises their own role', async () => {
  const { post, send, join, services } = await openApp()
  const { cookie, person } = await join('executive')
  const inviting = { json: { email: 'me@x.example', role: 'officer', locale: 'en' } }
  expect((await post('/trpc/people.invite', inviting, { cookie })).status).toBe(403)
  const response = await post(
    '/api/auth/change-password',
    { currentPassword: PASSWORD, newPassword: `${PASSWORD}!`, role: 'officer' },
    { cookie },
  )
  expect(response.status).toBe(200)
  const current = cookieOf(response)
  expect(await me(send, current)).toEqual(person)
  await (await services.store.authRecords()).user.update({ where: { id: person.id }, data: { role: 'director' } })
  expect(await me(send, current)).toBeNull()
})

test('over https the cookies are for https and this host only', async () => {
  const { signIn, join, send } = await openApp({ reportingUrl: 'https://privacy.example' })
  await join('officer')
  const answer = await signIn('officer@x.example')
  expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-wayproof/)
  const cookies = answer.headers.getSetCookie()
  expect(cookies.map((cookie) => cookie.split('=')[0]).sort()).toEqual([
    '__Host-wayproof.device',
    '__Host-wayproof.session_token',
  ])
  for (const cookie of cookies) {
    for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/']) expect(cookie).toContain(attribute)
    expect(cookie).not.toMatch(/domain/i)
  }
  const signedIn = await send('/trpc/session.me', { headers: { cookie: cookieOf(answer) } })
  expect((await signedIn.json()).result.data.json.user.role).toBe('officer')
})
