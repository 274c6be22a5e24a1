import { expect, test } from 'vitest'
import { storedCodes } from '../sign-in/auth-secrets.ts'
import { cookieOf, openApp, PASSWORD } from '../testing/open-app.ts'
import { codeOf } from '../testing/totp-code.ts'

type App = Awaited<ReturnType<typeof openApp>>

const me = async ({ send }: App, cookie: string) =>
  (await (await send('/trpc/session.me', { headers: { cookie } })).json()).result.data.json

const factor = ({ post }: App, path: string, body: object, cookie: string) =>
  post(`/api/auth/two-factor/${path}`, body, { cookie })

/** Sets up a second factor and returns the cookie of the continued session. */
async function setUp(app: App, cookie: string) {
  const secondFactor = await (await factor(app, 'enable', { password: PASSWORD }, cookie)).json()
  const accepted = await factor(app, 'verify-totp', { code: codeOf(secondFactor.totpURI) }, cookie)
  expect(accepted.status).toBe(200)
  return {
    uri: secondFactor.totpURI as string,
    codes: secondFactor.backupCodes as string[],
    cookie: cookieOf(accepted),
  }
}

test('after the password, a code of the app or an unused recovery code signs in', async () => {
  const app = await openApp()
  const { cookie, person } = await app.join('officer')
  const { uri, codes } = await setUp(app, cookie)
  expect(codes).toHaveLength(10)
  const half = await app.signIn('officer@x.example')
  expect((await half.json()).twoFactorRedirect).toBe(true)
  expect((await me(app, cookieOf(half))).user).toBeNull()
  expect((await factor(app, 'verify-totp', { code: '000000' }, cookieOf(half))).status).toBe(401)
  const trustedDevice = await factor(app, 'verify-totp', { code: codeOf(uri), trustDevice: true }, cookieOf(half))
  expect(trustedDevice.status).toBe(400)
  const accepted = await factor(app, 'verify-totp', { code: codeOf(uri, 1) }, cookieOf(half))
  expect((await me(app, cookieOf(accepted))).user).toEqual(person)
  const laterCookie = cookieOf(await app.signIn('officer@x.example'))
  const recovered = await factor(app, 'verify-backup-code', { code: codes[0] }, laterCookie)
  expect((await me(app, cookieOf(recovered))).user).toEqual(person)
  const third = cookieOf(await app.signIn('officer@x.example'))
  expect((await factor(app, 'verify-backup-code', { code: codes[0] }, third)).status).toBe(401)
  const rows = JSON.stringify(await (await app.services.store.authRecords()).twoFactor.findMany())
  for (const secret of [new URL(uri).searchParams.get('secret') ?? '', ...codes]) expect(rows).not.toContain(secret)
})

test('new recovery codes replace the previous ones, and the profile shows how many are left', async () => {
  const app = await openApp()
  const { cookie } = await app.join('officer')
  const setUpBefore = await setUp(app, cookie)
  const state = async () =>
    (await (await app.send('/trpc/secondFactor.state', { headers: { cookie: setUpBefore.cookie } })).json()).result.data
      .json
  const recover = async (code: string | undefined) => {
    const half = cookieOf(await app.signIn('officer@x.example'))
    return (await factor(app, 'verify-backup-code', { code }, half)).status
  }
  expect(await recover(setUpBefore.codes[0])).toBe(200)
  expect(await state()).toEqual({ enabled: true, required: false, recoveryCodes: 9 })
  const renew = (password: string, code: string | undefined) =>
    factor(app, 'generate-backup-codes', { password, code }, setUpBefore.cookie)
  expect((await renew('another password of hers', codeOf(setUpBefore.uri, 1))).status).toBe(400)
  expect(await state()).toMatchObject({ recoveryCodes: 9 })
  const { backupCodes } = await (await renew(PASSWORD, codeOf(setUpBefore.uri, -1))).json()
  expect(await state()).toMatchObject({ recoveryCodes: 10 })
  expect([await recover(setUpBefore.codes[1]), await recover(backupCodes[0])]).toEqual([401, 200])
})

test('a recovery code has 140 random bits, and may be typed in lower case and without its hyphens', async () => {
  const app = await openApp()
  const { cookie, person } = await app.join('officer')
  const { codes } = await setUp(app, cookie)
  expect(new Set(codes).size).toBe(10)
  for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){6}$/)
  const half = cookieOf(await app.signIn('officer@x.example'))
  const typed = codes[0]?.toLowerCase().replaceAll('-', '')
  const accepted = await factor(app, 'verify-backup-code', { code: typed }, half)
  expect((await me(app, cookieOf(accepted))).user).toEqual(person)
})

test('recovery codes of an earlier version stay valid', async () => {
  const app = await openApp()
  const { cookie, person } = await app.join('officer')
  await setUp(app, cookie)
  const { secretConfig } = await app.services.auth.$context
  const { encrypt } = storedCodes(Promise.resolve(secretConfig))
  const backupCodes = await encrypt(JSON.stringify(['aB3dE-6gH1j']))
  await (await app.services.store.authRecords()).twoFactor.updateMany({ data: { backupCodes } })
  const half = cookieOf(await app.signIn('officer@x.example'))
  const accepted = await factor(app, 'verify-backup-code', { code: 'aB3dE-6gH1j' }, half)
  expect((await me(app, cookieOf(accepted))).user).toEqual(person)
})

test.each(['disable', 'generate-backup-codes'])(
  'the call %s needs an unused code besides the password while the second factor is on',
  async (path) => {
    const app = await openApp()
    const { cookie } = await app.join('officer')
    const { uri, codes, cookie: current } = await setUp(app, cookie)
    const call = async (code?: string) => {
      const answer = await factor(app, path, { password: PASSWORD, code }, current)
      return [answer.status, (await answer.json()).code]
    }
    const before = await (await app.services.store.authRecords()).twoFactor.findMany()
    expect(await call()).toEqual([401, 'INVALID_BACKUP_CODE'])
    expect(await call('000000')).toEqual([401, 'INVALID_CODE'])
    // This code ended the set-up.
    expect(await call(codeOf(uri))).toEqual([401, 'INVALID_CODE'])
    expect(await (await app.services.store.authRecords()).twoFactor.findMany()).toEqual(before)
    expect((await call(path === 'disable' ? codes[0] : codeOf(uri, 1)))[0]).toBe(200)
  },
)

test('ten wrong codes lock the account, whichever challenge they belong to', async () => {
  const app = await openApp()
  const { cookie } = await app.join('officer')
  const { uri } = await setUp(app, cookie)
  for (let round = 0; round < 2; round += 1) {
    const half = cookieOf(await app.signIn('officer@x.example'))
    for (let n = 0; n < 5; n += 1) await factor(app, 'verify-totp', { code: '000000' }, half)
  }
  const half = cookieOf(await app.signIn('officer@x.example'))
  expect((await factor(app, 'verify-totp', { code: codeOf(uri) }, half)).status).toBe(429)
})

test('a user whose role needs a second factor sets it up at the next sign-in, before anything else', async () => {
  const app = await openApp()
  const officer = await app.join('officer')
  const joined = await app.join('executive')
  const rule = { json: { role: 'executive', required: true } }
  app.pass(1)
  expect((await app.post('/trpc/secondFactor.require', rule, { cookie: officer.cookie })).status).toBe(200)
  app.pass(1)
  expect((await me(app, joined.cookie)).user).toEqual(joined.person)
  const cookie = cookieOf(await app.signIn('executive@x.example'))
  expect(await me(app, cookie)).toMatchObject({ user: null, enrolling: true, empty: false })
  expect((await app.send('/trpc/scorecard.periods', { headers: { cookie } })).status).toBe(401)
  expect((await app.send('/export/register/partners.csv', { headers: { cookie } })).status).not.toBe(200)
  const setUpResult = await setUp(app, cookie)
  expect(await me(app, setUpResult.cookie)).toMatchObject({ user: { id: joined.person.id }, enrolling: false })
})

test('a code of the app opens one session, also when two people give it at once', async () => {
  const app = await openApp()
  const { cookie, person } = await app.join('officer')
  const { uri } = await setUp(app, cookie)
  const give = async (code: string) => {
    const half = cookieOf(await app.signIn('officer@x.example'))
    const answer = await factor(app, 'verify-totp', { code }, half)
    return { status: answer.status, user: (await me(app, cookieOf(answer))).user }
  }
  expect(await give(codeOf(uri))).toMatchObject({ status: 401, user: null })
  const given = await Promise.all([give(codeOf(uri, 1)), give(codeOf(uri, 1))])
  expect(given.map(({ status }) => status).toSorted()).toEqual([200, 401])
  expect(given.find(({ status }) => status === 200)?.user).toEqual(person)
  expect(await give(codeOf(uri, 1))).toMatchObject({ status: 401, user: null })
})

test('a sign-in that waits for its code ends with a reset of the password', async () => {
  const app = await openApp()
  const { cookie } = await app.join('officer')
  const { uri } = await setUp(app, cookie)
  const half = cookieOf(await app.signIn('officer@x.example'))
  const { store, clock, ids } = app.services
  const reset = { id: ids.next(), createdAt: clock.now(), expiresAt: clock.now() + 60_000 }
  await store.passwordResets.mail('officer@x.example', reset, 'Asia/Shanghai', null)
  expect((await store.passwordResets.use(reset.id, 'a new hash', clock.now())).ok).toBe(true)
  const late = await factor(app, 'verify-totp', { code: codeOf(uri, 1) }, half)
  expect([late.status, (await me(app, cookieOf(late))).user]).toEqual([401, null])
})

test('the set-up requires a second factor of officers, case handlers and administrators from their next sign-in on', async () => {
  const app = await openApp()
  const { cookie } = await app.join('officer')
  const organisation = { nameZh: '远行', nameEn: 'Faraway', contactEmail: 'p@x.example', programmeStart: '2024-01-01' }
  const save = (json: object) => app.post('/trpc/organisation.save', { json }, { cookie })
  app.pass(1)
  expect((await save({ ...organisation, baselineYear: null, sample: false })).status).toBe(200)
  const rules = async () => (await app.services.store.secondFactors.rules()).map(({ role }) => role)
  expect(await rules()).toEqual(['administrator', 'case-handler', 'officer'])
  // The session of the set-up goes on.
  expect((await me(app, cookie)).user).toMatchObject({ role: 'officer' })
  app.pass(1)
  const later = cookieOf(await app.signIn('officer@x.example'))
  expect((await me(app, later)).user).toBeNull()
  expect((await me(app, (await setUp(app, later)).cookie)).user).toMatchObject({ role: 'officer' })
  expect((await me(app, (await app.join('auditor')).cookie)).user).toMatchObject({ role: 'auditor' })
  // A rule that two officers lifted does not come back with later changes of the settings.
  await app.services.store.secondFactors.setRule(
    { role: 'officer', required: false, by: 'two' },
    app.services.clock.now(),
  )
  expect((await save({ ...organisation, nameEn: 'Far', baselineYear: null })).status).toBe(200)
  expect(await rules()).toEqual(['administrator', 'case-handler'])
})

test('sample data requires no second factor', async () => {
  const app = await openApp()
  const { cookie } = await app.join('officer')
  const organisation = { nameZh: '远行', nameEn: 'Faraway', contactEmail: 'p@x.example', programmeStart: '2024-01-01' }
  await app.post('/trpc/organisation.save', { json: { ...organisation, baselineYear: null, sample: true } }, { cookie })
  expect(await app.services.store.secondFactors.rules()).toEqual([])
})
