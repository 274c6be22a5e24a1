import { expect, test } from 'vitest'
import { cookieOf, openApp, PASSWORD } from './testing/open-app.ts'

const me = async (send: Awaited<ReturnType<typeof openApp>>['send'], cookie: string) =>
  (await (await send('/trpc/session.me', { headers: { cookie } })).json()).result.data.json.user

test('an account takes ten guesses in a quarter of an hour, wherever they come from', async () => {
  const { signIn, join, pass } = await openApp()
  await join('officer')
  const guess = (n: number) =>
    signIn('Officer@x.example', 'a wrong password', {
      'x-forwarded-for': `10.0.0.${n}`,
    })
  const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => guess(n)))
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
  const guess = async (currentPassword: string) =>
    (await post('/api/auth/change-password', { currentPassword, newPassword: `${PASSWORD}!` }, { cookie })).status
  for (let n = 0; n < 10; n += 1) expect(await guess('a wrong password')).toBe(400)
  expect([await guess(PASSWORD), (await signIn('officer@x.example')).status]).toEqual([429, 429])
})

test('one address of the network takes a hundred guesses at any accounts', async () => {
  const { signIn, pass, parts } = await openApp()
  const guess = async (n: number) => (await signIn(`nobody${n}@x.example`, 'a wrong password')).status
  const counts = async () =>
    (await (await parts.store.authRecords()).rateLimit.findMany()).map(({ count }) => count).sort()
  const first = [await guess(1), await guess(2), await guess(3)]
  expect([first, await counts()]).toEqual([
    [401, 401, 401],
    [1, 1, 1, 3],
  ])
  // A password is hashed slowly on purpose: of a hundred guesses, 95 are only counted.
  await (await parts.store.authRecords()).rateLimit.updateMany({ where: { count: 3 }, data: { count: 98 } })
  expect([await guess(4), await guess(5), await guess(6), await guess(7)]).toEqual([401, 401, 429, 429])
  pass(15.01)
  expect(await guess(8)).toBe(401)
})

/** The count of what came from one address, as if 99 wrong passwords had come from it. */
async function nearlyFull(parts: Awaited<ReturnType<typeof openApp>>['parts'], address: string) {
  const key = `guess-from|${address}`
  await (await parts.store.authRecords()).rateLimit.update({ where: { key }, data: { count: 99 } })
}

test('who signs in does not use up the guesses of the others behind the same address', async () => {
  const { signIn, join, parts } = await openApp()
  await join('officer')
  await nearlyFull(parts, '203.0.113.7')
  for (let n = 0; n < 4; n += 1) expect((await signIn('officer@x.example')).status).toBe(200)
  expect((await signIn('nobody@x.example', 'wrong')).status).toBe(401)
  const refused = await signIn('officer@x.example')
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '900'])
})

test('behind a proxy that is trusted each address has its own count', async () => {
  const { signIn, from, parts } = await openApp({ proxies: ['127.0.0.1'] })
  from('127.0.0.1')
  const guess = async (forwarded: string) =>
    (await signIn('nobody@x.example', 'wrong', { 'x-forwarded-for': forwarded })).status
  expect(await guess('198.51.100.1')).toBe(401)
  await nearlyFull(parts, '198.51.100.1')
  expect([await guess('198.51.100.1'), await guess('198.51.100.1'), await guess('10.9.9.9, 198.51.100.1')]).toEqual([
    401, 429, 429,
  ])
  expect(await guess('198.51.100.1, 198.51.100.2')).toBe(401)
})

test('behind a proxy that nobody named, all are not counted as one', async () => {
  const { signIn, from, parts } = await openApp()
  from('127.0.0.1')
  expect((await signIn('nobody@x.example', 'wrong', { 'x-forwarded-for': '198.51.100.1' })).status).toBe(401)
  expect((await (await parts.store.authRecords()).rateLimit.findMany()).map(({ key }) => key.split('|')[0])).toEqual([
    'guess',
  ])
})

test('a forged address from anywhere else changes nothing', async () => {
  const { signIn, parts } = await openApp({ proxies: ['127.0.0.1'] })
  const guess = async (n: number) =>
    (await signIn(`nobody${n}@x.example`, 'wrong', { 'x-forwarded-for': `198.51.100.${n}` })).status
  expect(await guess(1)).toBe(401)
  await nearlyFull(parts, '203.0.113.7')
  expect([await guess(2), await guess(3)]).toEqual([401, 429])
})

test('nobody learns whether an account exists', async () => {
  const { signIn, join } = await openApp()
  await join('officer')
  const [known, unknown] = [await signIn('officer@x.example', 'wrong'), await signIn('nobody@x.example', 'wrong')]
  expect([unknown.status, await unknown.text()]).toEqual([known.status, await known.text()])
})

test('the addresses that were tried stand nowhere', async () => {
  const { signIn, logged, parts } = await openApp()
  await signIn('tried@x.example', 'a wrong password')
  const rows = await (await parts.store.authRecords()).rateLimit.findMany()
  expect(rows).toHaveLength(2)
  const told = JSON.stringify([logged, rows], (_, value) => (typeof value === 'bigint' ? Number(value) : value))
  expect(told).not.toContain('tried')
})

test('signing out ends the session, also for a copied cookie', async () => {
  const { send, post, join } = await openApp()
  const { cookie, person } = await join('executive')
  expect(await me(send, cookie)).toEqual(person)
  expect((await post('/api/auth/sign-out', {}, { cookie })).status).toBe(200)
  expect(await me(send, cookie)).toBeNull()
})

test('a session ends after twelve hours, whatever was done meanwhile', async () => {
  const { send, join, parts } = await openApp()
  const { cookie } = await join('executive')
  const [before] = await (await parts.store.authRecords()).session.findMany()
  await me(send, cookie)
  const [after] = await (await parts.store.authRecords()).session.findMany()
  expect(after).toEqual(before)
  // The library reads the clock twice.
  expect(Math.round((Number(after?.expiresAt) - Number(after?.createdAt)) / 1000)).toBe(12 * 3600)
  expect(after).toMatchObject({ ipAddress: null, userAgent: null })
})

test('taking a person back ends their sessions at once; the last officer stays', async () => {
  const { send, post, join } = await openApp()
  const officer = await join('officer')
  const executive = await join('executive')
  const revoke = (id: string) => post('/trpc/people.revoke', { json: { id } }, { cookie: officer.cookie })
  expect((await revoke(executive.person.id)).status).toBe(200)
  expect(await me(send, executive.cookie)).toBeNull()
  const last = await revoke(officer.person.id)
  expect([last.status, (await last.json()).error.json.data.faultCode]).toEqual([409, 'last-officer'])
})

test('nobody raises their own role', async () => {
  const { post, send, join, parts } = await openApp()
  const { cookie, person } = await join('executive')
  const inviting = { json: { email: 'me@x.example', role: 'officer', locale: 'en' } }
  expect((await post('/trpc/people.invite', inviting, { cookie })).status).toBe(403)
  const changed = await post(
    '/api/auth/change-password',
    { currentPassword: PASSWORD, newPassword: `${PASSWORD}!`, role: 'officer' },
    { cookie },
  )
  expect(changed.status).toBe(200)
  expect(await me(send, cookie)).toEqual(person)
  await (await parts.store.authRecords()).user.update({ where: { id: person.id }, data: { role: 'administrator' } })
  expect(await me(send, cookie)).toBeNull()
})

test('over https the cookie is for https only', async () => {
  const { signIn, join } = await openApp({ reportingUrl: 'https://privacy.example' })
  await join('officer')
  const answer = await signIn('officer@x.example')
  expect(answer.headers.getSetCookie()[0]).toMatch(/^__Secure-wayproof.*; HttpOnly; Secure; SameSite=Strict/i)
  expect(cookieOf(answer)).not.toBe('')
})
