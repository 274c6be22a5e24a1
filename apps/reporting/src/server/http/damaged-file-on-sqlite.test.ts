import { rmSync, writeFileSync } from 'node:fs'
import { sqliteInstallation } from '@wayproof/database/testing/installation-for-tests'
import { expect, test } from 'vitest'
import { openApp } from '../testing/open-app.ts'
import { damagedPage } from './pages.ts'

test('sign-in, forms and the check of readiness report a damaged database, which can still be read', async () => {
  const installation = await sqliteInstallation()
  const { file } = installation
  const { join, pass, post, send, services, signIn } = await openApp({ installation })
  const { cookie, person } = await join('officer')
  writeFileSync(`${file}-damaged`, JSON.stringify({ at: 1, faults: ['broken'] }))
  pass(10)
  const damagedResponse = { error: { json: { data: { faultCode: 'database-damaged' } } } }
  const refusedSignIn = await signIn(person.email)
  expect([refusedSignIn.status, await refusedSignIn.json()]).toMatchObject([503, damagedResponse])
  const refusedInvitation = await post(
    '/trpc/people.invite',
    { json: { email: 'ma@x.example', role: 'executive', locale: 'en' } },
    { cookie },
  )
  expect(await refusedInvitation.json()).toMatchObject(damagedResponse)
  expect(await services.store.health.readiness()).toEqual([{ code: 'database-damaged' }])
  // The last use of the session would be recorded by now.
  const read = await send('/trpc/session.me', { headers: { cookie } })
  expect(read.status).toBe(200)
  const page = (headers: Record<string, string>) => damagedPage(services)(new Request('http://x/', { headers }))
  expect(await page({ cookie })).toBe(null)
  expect(await page({})).toContain('wayproof restore FILE --key KEY')
  const out = await post('/api/auth/sign-out', {}, { cookie })
  expect([out.status, await out.json()]).toMatchObject([503, damagedResponse])

  rmSync(`${file}-damaged`)
  pass(1)
  expect(await page({})).toBe(null)
  expect((await signIn(person.email)).status).toBe(200)
})
