import { passwordResetToken } from '@wayproof/letters/letter/account-link'
import { expect, test } from 'vitest'
import { cookieOf, openApp, PASSWORD } from '../testing/open-app.ts'

type App = Awaited<ReturnType<typeof openApp>>

const NEW = 'seven quiet kettles'

const ask = ({ post }: App, email: string) => post('/trpc/passwordReset.ask', { json: { email } })

/** Links that wait in the outbox, oldest first. */
async function mailedLink({ services }: App) {
  const letters = await services.store.outbox.claim(10, services.clock.now(), services.clock.now() + 86_400_000)
  return letters.flatMap(({ letter, to: address }) =>
    letter.kind === 'password-reset'
      ? [
          {
            address,
            locale: letter.locale,
            token: passwordResetToken(services.keyring, letter.data.resetId),
            ...letter.data,
          },
        ]
      : [],
  )
}

async function use(app: App, token: string, password = NEW, headers = {}) {
  const answer = await app.post('/trpc/passwordReset.use', { json: { token, password } }, headers)
  return answer.status === 200 ? null : (await answer.json()).error.json.data.faultCode
}

const me = async ({ send }: App, cookie: string) =>
  (await (await send('/trpc/session.me', { headers: { cookie } })).json()).result.data.json.user

test('a mailed link sets a new password once, and ends every session of that account only', async () => {
  const app = await openApp()
  const { cookie } = await app.join('officer')
  const otherSession = cookieOf(await app.signIn('officer@x.example'))
  const otherPerson = await app.join('executive')
  await ask(app, ' Officer@X.example ')
  const [letter] = await mailedLink(app)
  expect(letter).toMatchObject({ address: 'officer@x.example', locale: 'en' })
  expect(letter?.until).toEqual({ at: app.services.clock.now() + 3_600_000, timeZone: 'Asia/Shanghai' })
  const token = letter?.token ?? ''
  expect(await use(app, token, 'password1234')).toBe('password-too-easy')
  expect(await use(app, token)).toBeNull()
  expect(await use(app, token, `${NEW}!`)).toBe('reset-used')
  expect([await me(app, cookie), await me(app, otherSession)]).toEqual([null, null])
  expect(await me(app, otherPerson.cookie)).toEqual(otherPerson.person)
  expect([
    (await app.signIn('officer@x.example', PASSWORD)).status,
    (await app.signIn('officer@x.example', NEW)).status,
  ]).toEqual([401, 200])
})

test('an unknown address gets the same response, and no email', async () => {
  const app = await openApp()
  await app.join('officer')
  const [knownAddress, unknown] = [await ask(app, 'officer@x.example'), await ask(app, 'nobody@x.example')]
  expect([unknown.status, await unknown.text()]).toEqual([knownAddress.status, await knownAddress.text()])
  expect((await mailedLink(app)).map(({ address }) => address)).toEqual(['officer@x.example'])
})

test('an expired link says so, and using a newer link ends the older one', async () => {
  const app = await openApp()
  await app.join('officer')
  await ask(app, 'officer@x.example')
  app.pass(30)
  await ask(app, 'officer@x.example')
  const [older, newer] = await mailedLink(app)
  app.pass(30)
  expect(await use(app, older?.token ?? '')).toBe('reset-expired')
  expect(await use(app, newer?.token ?? '')).toBeNull()
  await ask(app, 'officer@x.example')
  await ask(app, 'officer@x.example')
  const [first, second] = await mailedLink(app)
  expect([await use(app, second?.token ?? ''), await use(app, first?.token ?? '')]).toEqual([null, 'reset-used'])
  expect(await use(app, 'x'.repeat(46))).toBe('reset-unknown')
})

test('one address gets three emails an hour, and one network address may ask 20 times in 15 minutes', async () => {
  const app = await openApp()
  await app.join('officer')
  for (let n = 0; n < 5; n += 1) expect((await ask(app, 'officer@x.example')).status).toBe(200)
  expect(await mailedLink(app)).toHaveLength(3)
  for (let n = 5; n < 20; n += 1) expect((await ask(app, `nobody${n}@x.example`)).status).toBe(200)
  expect((await ask(app, 'nobody@x.example')).status).toBe(429)
  app.from('198.51.100.1')
  expect((await ask(app, 'nobody@x.example')).status).toBe(200)
  app.pass(60)
  await ask(app, 'officer@x.example')
  expect(await mailedLink(app)).toHaveLength(1)
})

test('neither the database nor the log contains a link or a requested address', async () => {
  const app = await openApp()
  const { cookie } = await app.join('officer')
  await ask(app, 'officer@x.example')
  await ask(app, 'asked@x.example')
  const [letter] = await mailedLink(app)
  const token = letter?.token ?? ''
  await app.send(`/trpc/passwordReset.show?input=${encodeURIComponent(JSON.stringify({ json: { token } }))}`)
  expect(await use(app, token, NEW, { cookie })).toBeNull()
  const { rateLimit, passwordReset } = await app.services.store.authRecords()
  const rows = [await rateLimit.findMany(), await passwordReset.findMany(), app.logged]
  const text = JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? Number(value) : value))
  for (const secret of [token, token.slice(22), 'asked', 'officer@x']) expect(text).not.toContain(secret)
  expect(app.logged).toContainEqual(expect.objectContaining({ event: 'password-reset' }))
})

test('after a new password the earlier wrong guesses no longer lock the owner out', async () => {
  const app = await openApp()
  const { cookie } = await app.join('officer')
  for (const headers of [{}, { cookie }])
    for (let n = 0; n < 10; n += 1) await app.signIn('officer@x.example', 'a wrong password', headers)
  await ask(app, 'officer@x.example')
  const [letter] = await mailedLink(app)
  expect((await app.signIn('officer@x.example', PASSWORD, { cookie })).status).toBe(429)
  expect(await use(app, letter?.token ?? '', NEW, { cookie })).toBeNull()
  expect((await app.signIn('officer@x.example', NEW, { cookie })).status).toBe(200)
  expect((await app.signIn('officer@x.example', NEW)).status).toBe(200)
})

test('a recovery also removes the second factor, works for officers only, and is recorded in the history', async () => {
  const app = await openApp()
  const { person } = await app.join('officer')
  await app.join('executive')
  const { store, ids, clock, keyring } = app.services
  const { user, twoFactor } = await store.authRecords()
  await twoFactor.create({ data: { id: ids.next(), userId: person.id, secret: 's', backupCodes: 'b', verified: true } })
  await user.update({ where: { id: person.id }, data: { twoFactorEnabled: true } })
  const id = ids.next()
  const reset = { id, createdAt: clock.now(), expiresAt: clock.now() + 3_600_000 }
  expect(await store.passwordResets.recover('nobody@x.example', reset)).toMatchObject({
    fault: { code: 'person-unknown' },
  })
  expect(await store.passwordResets.recover('executive@x.example', reset)).toMatchObject({
    fault: { code: 'not-an-officer' },
  })
  expect(await store.passwordResets.recover('officer@x.example', reset)).toMatchObject({ ok: true })
  expect(await store.passwordResets.recoveries()).toEqual([
    { id, name: person.name, madeAt: clock.now(), usedAt: null },
  ])
  app.pass(10)
  expect(await use(app, passwordResetToken(keyring, id))).toBeNull()
  expect(await twoFactor.findMany()).toEqual([])
  expect((await app.signIn('officer@x.example', NEW)).status).toBe(200)
  expect((await store.passwordResets.recoveries())[0]?.usedAt).toBe(clock.now())
  expect(app.logged).toContainEqual(expect.objectContaining({ level: 'warn', event: 'officer-recovered', resetId: id }))
})
