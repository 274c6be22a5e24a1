import { expect, test } from 'vitest'
import { openApp } from '../testing/open-app.ts'

type App = Awaited<ReturnType<typeof openApp>>

const refusedIn = ({ logged }: App) =>
  logged.flatMap(({ event, code, at, faultCode, userId, more }) =>
    event === 'refused' ? [{ code, at, faultCode, userId: userId ?? null, ...(more !== undefined && { more }) }] : [],
  )

test('a refused file, page or key is logged with its place and reason', async () => {
  const app = await openApp()
  const auditor = await app.join('auditor')
  const administrator = await app.join('administrator')
  const by = ({ cookie }: { cookie: string }) => ({ headers: { cookie } })
  app.logged.length = 0
  await app.send('/export/scorecard.csv')
  await app.send('/export/registers/staff', by(administrator))
  await app.send(`/policy-bytes/${'0'.repeat(64)}`)
  await app.send('/evidence/0123')
  const type = { 'content-type': 'application/octet-stream' }
  const file = { method: 'POST', body: 'x', headers: { ...type, cookie: auditor.cookie } }
  await app.send('/evidence/partners?key=a&fileName=a.pdf&source=', file)
  await app.send('/import/partners?dryRun=true&fileName=a.csv', { ...file, headers: type })
  await app.send('/api/v1/scorecard', { headers: { authorization: 'Bearer wrong-key' } })
  await app.post('/api/auth/change-password', { currentPassword: 'x', newPassword: 'y' })
  const anonymous = { code: 'UNAUTHORIZED', userId: null }
  expect(refusedIn(app)).toEqual([
    { ...anonymous, at: '/export', faultCode: null },
    { code: 'FORBIDDEN', at: '/export', faultCode: null, userId: administrator.person.id },
    { ...anonymous, at: '/policy-bytes', faultCode: null },
    { ...anonymous, at: '/evidence', faultCode: 'not-signed-in' },
    { code: 'FORBIDDEN', at: '/evidence', faultCode: 'not-the-keeper', userId: auditor.person.id },
    { ...anonymous, at: '/import', faultCode: 'not-signed-in' },
    { ...anonymous, at: '/api/v1', faultCode: 'no-key' },
    { ...anonymous, at: '/api/auth', faultCode: null },
  ])
  expect(JSON.stringify(app.logged)).not.toMatch(/wrong-key|0{64}|203\.0\.113/)
})

test('a flood of refusals writes five lines of a kind in a minute, and their number afterwards', async () => {
  const app = await openApp()
  for (let n = 0; n < 300; n += 1)
    await app.send('/api/v1/scorecard', { headers: { authorization: `Bearer ${n}`, 'x-forwarded-for': `10.0.0.${n}` } })
  for (let n = 0; n < 300; n += 1) await app.send(`/export/scorecard.csv?period=${n}`)
  expect(refusedIn(app)).toHaveLength(15)
  app.pass(1)
  await app.send('/export/scorecard.csv')
  expect(refusedIn(app).slice(15)).toEqual([
    { code: 'UNAUTHORIZED', at: '/api/v1', faultCode: 'no-key', userId: null, more: 25 },
    { code: 'TOO_MANY_REQUESTS', at: '/api/v1', faultCode: 'too-many-guesses', userId: null, more: 265 },
    { code: 'UNAUTHORIZED', at: '/export', faultCode: null, userId: null, more: 295 },
    { code: 'UNAUTHORIZED', at: '/export', faultCode: null, userId: null },
  ])
})
