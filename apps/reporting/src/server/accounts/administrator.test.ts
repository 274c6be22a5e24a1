import { expect, test } from 'vitest'
import { openApp } from '../testing/open-app.ts'
import { createContextInner } from '../trpc/context.ts'
import { appRouter } from '../trpc/router.ts'

/** A server with an administrator and two officers. */
async function administered() {
  const opened = await openApp()
  const [officer, second, administrator] = [
    await opened.join('officer'),
    await opened.join('officer', 'second@x.example'),
    await opened.join('administrator'),
  ]
  const callerAs = ({ person }: typeof officer) =>
    appRouter.createCaller(createContextInner(opened.services, { user: person }))
  return { ...opened, officer, second, administrator, callerAs, admin: callerAs(administrator) }
}

const FILES = [
  '/export/registers/partners?format=csv',
  '/export/report/2026-H1',
  '/export/satisfaction/2026-H1',
  '/export/method-report/2026-H1',
  '/export/requests',
  '/export/whistle-blowing',
  '/evidence/0197a2b4-0000-7000-8000-000000000000',
  '/policy-bytes/00',
]

test.each(FILES)('an administrator is refused %s, like every file with figures, records or cases', async (path) => {
  const { send, administrator } = await administered()
  expect((await send(path, { headers: { cookie: administrator.cookie } })).status).toBe(403)
})

test('an administrator cannot import', async () => {
  const { send, administrator } = await administered()
  const headers = { cookie: administrator.cookie, 'content-type': 'application/octet-stream' }
  const path = '/import/partners?dryRun=true&fileName=p.csv'
  expect((await send(path, { method: 'POST', body: 'id\n', headers })).status).toBe(403)
})

test('an administrator creates keys that write to registers, but none that read them', async () => {
  const { admin } = await administered()
  const make = (scope: 'partners:write' | 'partners:read') => admin.apiKey.make({ name: scope, scopes: [scope] })
  await expect(make('partners:read')).rejects.toThrow('key-reads')
  expect(await make('partners:write')).toHaveProperty('token')
})

test('an administrator only proposes officers and case handlers: the invitation is mailed after a second person confirms', async () => {
  const { admin, callerAs, officer, second, services } = await administered()
  const { clock, store } = services
  const seen: string[] = []
  const queuedCount = async () => {
    const letters = await store.outbox.claim(100, clock.now(), clock.now() + 60_000)
    seen.push(...letters.map(({ letter }) => letter.kind).filter((kind) => kind === 'user-invitation'))
    return seen.length
  }
  await admin.people.invite({ email: 'e@x.example', role: 'executive', locale: 'en' })
  expect(await queuedCount()).toBe(1)
  for (const role of ['officer', 'case-handler'] as const)
    await admin.people.invite({ email: `${role}-new@x.example`, role, locale: 'en' })
  expect(await queuedCount()).toBe(1)
  const { waiting } = await admin.people.appointments()
  expect(waiting.map(({ role, mayConfirm }) => [role, mayConfirm]).toSorted()).toEqual([
    ['case-handler', false],
    ['officer', false],
  ])
  await expect(admin.approval.decide({ id: waiting[0]?.id ?? '', approve: true })).rejects.toThrow('own-approval')
  for (const { id } of waiting) await callerAs(officer).approval.decide({ id, approve: true })
  expect(await queuedCount()).toBe(3)
  await callerAs(second).people.invite({ email: 'third@x.example', role: 'officer', locale: 'en' })
  expect(await queuedCount()).toBe(4)
  const [ownAppointment] = (await callerAs(officer).people.appointments()).waiting
  await callerAs(officer).approval.decide({ id: ownAppointment?.id ?? '', approve: true })
  expect(await queuedCount()).toBe(4)
})

test('an administrator changes roles, but only proposes roles that two people appoint', async () => {
  const { admin, join, callerAs, second } = await administered()
  const { person } = await join('executive')
  expect(await admin.people.changeRole({ id: person.id, role: 'auditor' })).toEqual({ waits: false })
  expect(await admin.people.changeRole({ id: person.id, role: 'case-handler' })).toEqual({ waits: true })
  const [appointment] = (await admin.people.appointments()).waiting
  await callerAs(second).approval.decide({ id: appointment?.id ?? '', approve: true })
  expect((await admin.people.list()).find(({ id }) => id === person.id)?.role).toBe('case-handler')
})

test('the mailbox of an administrator has no other account that sees figures', async () => {
  const { admin, callerAs, officer, administrator } = await administered()
  const alias = { email: 'administrator+figures@x.example', role: 'executive', locale: 'en' } as const
  await expect(admin.people.invite(alias)).rejects.toThrow('administrator-apart')
  await expect(
    callerAs(officer).people.invite({ ...alias, email: 'officer+a@x.example', role: 'administrator' }),
  ).rejects.toThrow('administrator-apart')
  await expect(admin.people.changeRole({ id: administrator.person.id, role: 'executive' })).rejects.toThrow('own-role')
})
