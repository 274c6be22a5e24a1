import { expect, test } from 'vitest'
import { cookieOf, openApp, PASSWORD } from '../testing/open-app.ts'
import { codeOf } from '../testing/totp-code.ts'

type App = Awaited<ReturnType<typeof openApp>>

const linesOf = ({ logged }: App, event: string) =>
  logged.flatMap(({ event: own, at, faultCode, userId }) => (own === event ? [[at, faultCode, userId ?? null]] : []))

test('each failed sign-in is logged with its step and account, and nothing that was typed', async () => {
  const app = await openApp()
  const { cookie, person } = await app.join('officer')
  const call = (path: string, body: object, from: string) => app.post(`/api/auth/${path}`, body, { cookie: from })
  await app.signIn('somebody@x.example', 'mistyped password')
  await app.signIn('Officer@x.example', 'mistyped password')
  await call('change-password', { currentPassword: 'mistyped password', newPassword: `${PASSWORD}!` }, cookie)
  const { totpURI } = await (await call('two-factor/enable', { password: PASSWORD }, cookie)).json()
  await call('two-factor/verify-totp', { code: codeOf(totpURI) }, cookie)
  const half = cookieOf(await app.signIn('officer@x.example'))
  await call('two-factor/verify-totp', { code: '000000' }, half)
  await call('two-factor/verify-backup-code', { code: 'mistyped-code' }, half)
  await call('two-factor/verify-backup-code', { code: 'mistyped-code' }, '')
  expect(linesOf(app, 'sign-in-refused')).toEqual([
    ['password', 'INVALID_EMAIL_OR_PASSWORD', null],
    ['password', 'INVALID_EMAIL_OR_PASSWORD', person.id],
    ['password', 'INVALID_PASSWORD', person.id],
    ['code', 'INVALID_CODE', person.id],
    ['recovery-code', 'INVALID_BACKUP_CODE', person.id],
    ['recovery-code', 'INVALID_TWO_FACTOR_COOKIE', null],
  ])
  expect(linesOf(app, 'refused')).toEqual([])
  expect(JSON.stringify(app.logged)).not.toMatch(/mistyped|x\.example|000000|203\.0\.113/i)
})

test('a flood of wrong passwords writes few lines, and one kind of line says that a limit is exhausted', async () => {
  const app = await openApp()
  await app.join('officer')
  await Promise.all(Array.from({ length: 60 }, () => app.signIn('officer@x.example', 'mistyped password')))
  expect(linesOf(app, 'sign-in-refused')).toHaveLength(5)
  expect(linesOf(app, 'refused')).toEqual(Array(5).fill(['/api/auth', 'TOO_MANY_GUESSES', null]))
})
