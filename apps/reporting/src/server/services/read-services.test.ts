import { expect, test } from 'vitest'
import { openApp } from '../testing/open-app.ts'

const MINUTE = 60_000

/** An app 20 minutes after the mail server last responded, while the scheduler runs. */
async function silentMailServer() {
  const app = await openApp()
  const { store, clock } = app.services
  await store.services.noteContact('mail-server', 'mail.example:25', clock.now())
  const since = clock.now()
  app.pass(20)
  await store.services.noteContact('scheduler', '', clock.now())
  const ask = async (path: string, cookie: string) => {
    const answer = await app.send(`/trpc/${path}`, { headers: { cookie } })
    return ((await answer.json()) as { result?: { data: { json: unknown } } }).result?.data.json
  }
  return { app, store, since, ask }
}

test('a silent mail server is said on every page of officers and administrators, and of nobody else', async () => {
  const { app, ask, since } = await silentMailServer()
  const silent = [{ service: 'mail-server', contactAt: since }]
  for (const role of ['officer', 'administrator'] as const)
    expect(await ask('session.scheduler', (await app.join(role)).cookie), role).toMatchObject({ silent })
  expect(await ask('session.scheduler', (await app.join('executive')).cookie)).toMatchObject({ silent: [] })
})

test('the page of services lists the outage while it lasts and after it', async () => {
  const { app, store, ask, since } = await silentMailServer()
  const { cookie } = await app.join('officer')
  await store.services.reportSilent(['mail-server'], since, since + 20 * MINUTE)
  const outage = { service: 'mail-server', since }
  expect(await ask('service.list', cookie)).toMatchObject({ outages: [{ ...outage, until: null }], hook: null })
  await store.services.noteContact('mail-server', 'mail.example:25', since + 25 * MINUTE)
  expect(await ask('service.list', cookie)).toMatchObject({ outages: [{ ...outage, until: since + 25 * MINUTE }] })
})

test('while the scheduler has stopped too, its silence is said and not that of the mail server', async () => {
  const { app, ask } = await silentMailServer()
  const { cookie } = await app.join('officer')
  app.pass(11)
  expect(await ask('session.scheduler', cookie)).toMatchObject({ silent: [] })
  const { services } = (await ask('service.list', cookie)) as { services: { service: string; state: string }[] }
  expect(services.map(({ service, state }) => [service, state])).toEqual([
    ['scheduler', 'silent'],
    ['mail-server', 'unknown'],
  ])
})

test('emails that wait are shown to officers and administrators with their cause and next attempt, and to nobody else', async () => {
  const { app, store, ask, since } = await silentMailServer()
  const waiting = { domain: 'mail.example', cause: 'refused', reply: '550 5.7.1 DMARC' } as const
  const hold = { ...waiting, since, nextTryAt: since + 10 * MINUTE }
  await store.services.recordHolds([hold], new Set(), since)
  for (const role of ['officer', 'administrator'] as const) {
    const { cookie } = await app.join(role)
    expect(await ask('session.scheduler', cookie), role).toMatchObject({ holds: [hold] })
    expect(await ask('service.list', cookie), role).toMatchObject({ holds: [hold] })
  }
  expect(await ask('session.scheduler', (await app.join('executive')).cookie)).toMatchObject({ holds: [] })
})
