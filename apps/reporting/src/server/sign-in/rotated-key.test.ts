import { hash } from 'node:crypto'
import type { TestDatabase } from '@wayproof/database/testing/database-for-tests'
import { testInstallation } from '@wayproof/database/testing/installation-for-tests'
import { type Keyring, keyring } from '@wayproof/kernel/secrets/keyring'
import { systemTokens } from '@wayproof/kernel/system'
import {
  passwordResetToken,
  readPasswordResetToken,
  readUserInvitationToken,
  userInvitationToken,
} from '@wayproof/letters/letter/account-link'
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { expect, test } from 'vitest'
import { makeApiKey } from '../settings/api-key-router.ts'
import { cookieOf, openApp, PASSWORD } from '../testing/open-app.ts'
import { codeOf } from '../testing/totp-code.ts'
import { deviceOf, newDeviceCookie } from './sign-in-limit.ts'

type App = Awaited<ReturnType<typeof openApp>>

const masters = [systemTokens.bytes(32), systemTokens.bytes(32), systemTokens.bytes(32)] as const
const FIRST = keyring(masters[0])
const SECOND = keyring(masters[0], masters[1])
const THIRD = keyring(...masters)

const openUnder = (keys: Keyring, installation: TestDatabase) => openApp({ installation, keys })

const me = async ({ send }: App, cookie: string) =>
  (await (await send('/trpc/session.me', { headers: { cookie } })).json()).result.data.json.user

const factor = ({ post }: App, path: string, body: object, cookie: string) =>
  post(`/api/auth/two-factor/${path}`, body, { cookie })

/** Sets up a second factor under the first generation. */
async function withFactor() {
  const installation = await testInstallation()
  const app = await openUnder(FIRST, installation)
  const { cookie, person } = await app.join('officer')
  const made = await (await factor(app, 'enable', { password: PASSWORD }, cookie)).json()
  const accepted = await factor(app, 'verify-totp', { code: codeOf(made.totpURI, -1) }, cookie)
  return {
    installation,
    app,
    person,
    uri: made.totpURI as string,
    codes: made.backupCodes as string[],
    cookie: cookieOf(accepted),
  }
}

const rows = async ({ services }: App) => (await services.store.authRecords()).twoFactor.findMany()

async function signsIn(app: App, path: 'verify-totp' | 'verify-backup-code', code: string | undefined) {
  const half = cookieOf(await app.signIn('officer@x.example'))
  return me(app, cookieOf(await factor(app, path, { code }, half)))
}

test('after a rotation everyone signs in again, with the same password, second factor and recovery codes', async () => {
  const { installation, app, person, uri, codes, cookie } = await withFactor()
  expect(await me(app, cookie)).toEqual(person)
  const rotated = await openUnder(SECOND, installation)
  expect(await me(rotated, cookie)).toBeNull()
  expect(await signsIn(rotated, 'verify-totp', codeOf(uri))).toEqual(person)
  expect(await signsIn(rotated, 'verify-backup-code', codes[0])).toEqual(person)
  const again = await openUnder(THIRD, installation)
  expect(await signsIn(again, 'verify-totp', codeOf(uri, 1))).toEqual(person)
  expect(await signsIn(again, 'verify-backup-code', codes[1])).toEqual(person)
})

test('a start encrypts second factors with the newest generation alone, recovery codes as hashes', async () => {
  const { installation, codes } = await withFactor()
  const rotated = await openUnder(SECOND, installation)
  const newestOnly = { keys: new Map([[2, SECOND.secret('session')]]), currentVersion: 2 }
  const [row] = await rows(rotated)
  expect(await symmetricDecrypt({ key: newestOnly, data: row?.secret ?? '' })).not.toBe('')
  const kept = JSON.parse(await symmetricDecrypt({ key: newestOnly, data: row?.backupCodes ?? '' }))
  expect(kept).toHaveLength(10)
  expect(kept).toEqual(codes.map((code) => `sha256:${hash('sha256', code, 'base64url')}`))
  await openUnder(SECOND, installation)
  expect(await rows(rotated)).toEqual([row])
})

test('a second factor of an earlier version, which names no secret and keeps its codes, works before and after a rotation', async () => {
  const { installation, app, person, uri, codes } = await withFactor()
  const config = { keys: new Map([[1, FIRST.secret('session')]]), currentVersion: 1 }
  const key = FIRST.secret('session')
  const bare = async (data = '') => symmetricEncrypt({ key, data: await symmetricDecrypt({ key: config, data }) })
  const [row] = await rows(app)
  const data = {
    secret: await bare(row?.secret),
    backupCodes: await symmetricEncrypt({ key, data: JSON.stringify(codes) }),
  }
  await (await app.services.store.authRecords()).twoFactor.updateMany({ data })
  expect(await signsIn(app, 'verify-totp', codeOf(uri))).toEqual(person)
  expect(await signsIn(await openUnder(SECOND, installation), 'verify-totp', codeOf(uri, 1))).toEqual(person)
  const rotated = await openUnder(THIRD, installation)
  expect(await signsIn(rotated, 'verify-backup-code', codes[0])).toEqual(person)
  expect(await signsIn(rotated, 'verify-backup-code', codes[0])).toBeNull()
})

test('a second factor that no secret decrypts is logged, and the others are encrypted again', async () => {
  const { installation, app, person, uri } = await withFactor()
  const other = await app.join('executive')
  const { twoFactor } = await app.services.store.authRecords()
  await twoFactor.create({ data: { id: 'a', userId: other.person.id, secret: '$ba$1$00', backupCodes: '$ba$1$00' } })
  const rotated = await openUnder(SECOND, installation)
  expect(rotated.logged).toContainEqual({ level: 'error', event: 'second-factor-unreadable', id: 'a' })
  expect(await signsIn(rotated, 'verify-totp', codeOf(uri))).toEqual(person)
})

test('an API key works after a rotation', async () => {
  const installation = await testInstallation()
  const app = await openUnder(FIRST, installation)
  const { person } = await app.join('officer')
  const actor = { id: person.id, name: 'officer', role: person.role }
  const key = await makeApiKey(app.services, { name: 'Bookings', scopes: ['travelers:write'], actor })
  if (!key.ok) throw new Error(key.fault.code)
  const rotated = await openUnder(SECOND, installation)
  const call = (token: string) =>
    rotated.send('/api/v1/registers/travelers/rows', {
      method: 'POST',
      body: '[{}]',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    })
  expect((await call(key.value.token)).status).toBe(422)
  expect((await call(`${key.value.token}x`)).status).toBe(401)
})

test('links to accounts and marks of browsers of an earlier generation are worthless', () => {
  const id = '0f8fad5b-d9cb-469f-a165-70867728950e'
  expect(readUserInvitationToken(SECOND, userInvitationToken(FIRST, id))).toBeNull()
  expect(readUserInvitationToken(SECOND, userInvitationToken(SECOND, id))).toBe(id)
  expect(readPasswordResetToken(SECOND, passwordResetToken(FIRST, id))).toBeNull()
  const mark = newDeviceCookie({ keyring: FIRST, tokens: systemTokens }, 'a@x.example')
  expect(deviceOf(FIRST, mark, 'a@x.example')).not.toBeNull()
  expect(deviceOf(SECOND, mark, 'a@x.example')).toBeNull()
})
