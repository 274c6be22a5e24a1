import { expect, test } from 'vitest'
import { openApp } from '../testing/open-app.ts'
import { createContextInner } from '../trpc/context.ts'
import { appRouter } from '../trpc/router.ts'

const travelers = (count: number) =>
  [
    'customerNumber,email,locale,tripType,channel,region,lastTrip,adult,residence,basis,basisWording,basisNamesSurveys,basisNotice,basisSource,basisDate',
    ...Array.from(
      { length: count },
      (_, n) => `C${n},t${n}@x.example,zh-CN,group,app,east,2026-03,yes,CN,consent,6,yes,,app,2026-01-05`,
    ),
  ].join('\n')

test('an officer erases by address or customer number; result, proofs and log do not reveal the person', async () => {
  const { services, send, join, logged, post } = await openApp()
  const { person, cookie } = await join('officer')
  const officer = appRouter.createCaller(createContextInner(services, { user: person }))
  const upload = async () =>
    (
      await send('/import/travelers?dryRun=false&fileName=t.csv', {
        method: 'POST',
        body: travelers(6),
        headers: { cookie, 'content-type': 'application/octet-stream' },
      })
    ).json()
  expect(await upload()).toMatchObject({ ok: true, report: { added: 6, erased: 0 } })

  expect(await officer.privacy.erase({ email: 'T2@x.example' })).toEqual({ found: true, overwritten: true })
  const answer = await post('/trpc/privacy.erase', { json: { customerNumber: 'C4' } }, { cookie })
  expect(await answer.json()).toMatchObject({ result: { data: { json: { found: true, overwritten: true } } } })
  await expect(officer.privacy.erase({ customerNumber: 'C4' })).rejects.toThrow('traveler-unknown')
  await expect(officer.privacy.erase({ email: 'no address' })).rejects.toThrow('email-invalid')

  expect(await upload()).toMatchObject({ ok: true, report: { unchanged: 4, erased: 2 } })
  const proofs = await officer.privacy.proofs()
  expect(proofs).toEqual([
    { day: '2026-07-01', rule: 'erasure', days: null, table: 'traveler', count: 2, overwritten: true },
  ])
  expect(JSON.stringify([proofs, logged])).not.toMatch(/x\.example|C4/)
})

test('an officer stops letters to an address, known or not', async () => {
  const { services, send, join, logged } = await openApp()
  const { person, cookie } = await join('officer')
  const officer = appRouter.createCaller(createContextInner(services, { user: person }))
  await send('/import/travelers?dryRun=false&fileName=t.csv', {
    method: 'POST',
    body: travelers(3),
    headers: { cookie, 'content-type': 'application/octet-stream' },
  })
  expect(await officer.privacy.suppress({ email: 'T2@x.example' })).toEqual({ registered: true })
  expect(await officer.privacy.suppress({ email: 't9@x.example' })).toEqual({ registered: false })
  await expect(officer.privacy.suppress({ email: 'no address' })).rejects.toThrow('email-invalid')
  expect(await officer.privacy.erase({ email: 't9@x.example' })).toEqual({ found: false, overwritten: true })
  const preview = await officer.wave.preview({ period: '2026-H1' })
  expect(preview.skips).toContainEqual({ stage: 'invitation', reason: 'objected', count: 1 })
  expect(JSON.stringify(logged)).not.toMatch(/x\.example/)
})

test('a reader sees the register of personal data, each field with purpose, basis and retention', async () => {
  const { services, join } = await openApp()
  const { person } = await join('executive')
  const reader = appRouter.createCaller(createContextInner(services, { user: person }))
  const fields = await reader.privacy.fields()
  expect(fields).toContainEqual({
    table: 'traveler',
    column: 'email_sealed',
    purpose: 'deliver',
    basis: 'consent',
    kept: { after: 'last-trip', days: 365 },
  })
  await expect(reader.privacy.erase({ customerNumber: 'C1' })).rejects.toThrow('FORBIDDEN')
})
