import { expect, test } from 'vitest'
import { openApp } from '../testing/open-app.ts'

type App = Awaited<ReturnType<typeof openApp>>

interface Entry {
  readonly act: string
  readonly by: string | null
  readonly about: string | null
  readonly subject: string
  readonly details: Readonly<Record<string, unknown>>
}

async function listed(app: App, cookie: string, filters: object = {}): Promise<readonly Entry[]> {
  const input = encodeURIComponent(JSON.stringify({ json: { page: 0, ...filters } }))
  const answer = await app.send(`/trpc/auditLog.list?input=${input}`, { headers: { cookie } })
  expect(answer.status).toBe(200)
  return (await answer.json()).result.data.json.entries
}

const acts = (entries: readonly Entry[]) => entries.map(({ act, by, about }) => [act, by, about])

test('acts are listed newest first, with the names of users who are gone', async () => {
  const app = await openApp()
  const { cookie, person: officer } = await app.join('officer')
  const { person: removed } = await app.join('procurement')
  await app.post('/trpc/people.changeRole', { json: { id: removed.id, role: 'customer-service' } }, { cookie })
  await app.post('/trpc/people.revoke', { json: { id: removed.id } }, { cookie })
  const entries = await listed(app, cookie)
  expect(acts(entries).slice(0, 4)).toEqual([
    ['user-removed', officer.name, 'procurement'],
    ['role-changed', officer.name, 'procurement'],
    ['signed-in', 'procurement', null],
    ['joined', 'procurement', 'procurement'],
  ])
  expect(acts(await listed(app, cookie, { act: 'role-changed', actor: officer.id }))).toHaveLength(1)
  expect(await listed(app, cookie, { actor: removed.id })).toMatchObject([{ act: 'signed-in' }, { act: 'joined' }])
})

test('failed sign-ins of a minute are one entry without an address, whether or not the account exists', async () => {
  const app = await openApp()
  const { cookie } = await app.join('officer')
  await app.signIn('officer@x.example', 'a wrong password')
  await app.signIn('stranger@x.example', 'a wrong password')
  const entries = await listed(app, cookie, { act: 'sign-in-failed' })
  expect(entries).toMatchObject([{ by: null, subject: '', details: { count: 2 } }])
  expect(JSON.stringify(await listed(app, cookie))).not.toContain('x.example')
})

test('an export is recorded before its file leaves, also the export of the log', async () => {
  const app = await openApp()
  const { cookie } = await app.join('auditor')
  const file = await app.send('/export/audit-log.csv?act=joined', { headers: { cookie } })
  expect(file.status).toBe(200)
  expect((await file.text()).split('\r\n')[1]).toContain('auditor,Invitation accepted,auditor')
  expect((await app.send('/export/incidents/csv', { headers: { cookie } })).status).toBe(200)
  expect((await app.send('/export/nothing/csv', { headers: { cookie } })).status).toBe(404)
  const exported = await listed(app, cookie, { act: 'exported' })
  expect(exported.map(({ by, subject }) => [by, subject])).toEqual([
    ['auditor', 'incidents.csv'],
    ['auditor', 'audit-log.csv'],
  ])
})

test('the reading of a report is shown to nobody, and that of a request only to officers, on the screen and in the file', async () => {
  const app = await openApp()
  const { cookie: auditor } = await app.join('auditor')
  const { cookie: officer } = await app.join('officer')
  const read = { at: new Date(1), subject: '', details: '{}' }
  await app.database.insert({
    audit_entry: [
      { ...read, act: 'report-read' },
      { ...read, act: 'case-read' },
    ],
  })
  const shown = async (cookie: string, act: string, name: string) => {
    const file = await app.send('/export/audit-log.csv', { headers: { cookie } })
    return [(await listed(app, cookie, { act })).length, (await file.text()).includes(name)]
  }
  for (const reader of [auditor, officer])
    expect(await shown(reader, 'report-read', 'Whistleblower report read')).toEqual([0, false])
  expect(await shown(auditor, 'case-read', 'Request read')).toEqual([0, false])
  expect(await shown(officer, 'case-read', 'Request read')).toEqual([1, true])
})

/** The log as a reader gets it, with one word for every id. */
async function viewOf(role: 'officer' | 'auditor', work: (app: App, handler: string) => Promise<void>) {
  const app = await openApp()
  const { cookie } = await app.join(role)
  const { cookie: handler } = await app.join('case-handler')
  const { auditLog } = app.services.store
  await work(app, handler)
  await app.join('procurement')
  await auditLog.chainNew(app.services.clock.now())
  await app.post('/trpc/auditLog.verify', {}, { cookie })
  const paths = [
    '/trpc/auditLog.state',
    `/trpc/auditLog.list?input=${encodeURIComponent(JSON.stringify({ json: { page: 0 } }))}`,
    '/trpc/auditLog.latest',
    '/trpc/auditLog.actors',
    '/export/audit-log.csv',
  ]
  const answers: [string, number, string][] = []
  // One after the other, because the export is an entry too.
  for (const path of paths) {
    const answer = await app.send(path, { headers: { cookie } })
    answers.push([path, answer.status, (await answer.text()).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')])
  }
  return answers
}

test.each(['officer', 'auditor'] as const)(
  'an %s gets the same log whether or not a handler read and exported reports, and an old reading was deleted',
  async (role) => {
    const without = await viewOf(role, async () => {})
    const withReports = await viewOf(role, async (app, handler) => {
      for (const form of ['csv', 'xlsx'])
        expect((await app.send(`/export/whistle-reports.${form}`, { headers: { cookie: handler } })).status).toBe(200)
      const { auditLog } = app.services.store
      const at = app.services.clock.now()
      await auditLog.addReading({ act: 'report-read', at })
      await auditLog.add({ act: 'report-handled', at })
      await auditLog.add({ act: 'entries-deleted', at, details: { count: 1, number: 0, hash: '' } })
    })
    expect(without.map(([, status]) => status)).toEqual([200, 200, 200, 200, 200])
    expect(withReports).toEqual(without)
  },
)

test('an export that cannot be recorded does not leave', async () => {
  const app = await openApp()
  const { cookie } = await app.join('auditor')
  await app.database.run('DROP TABLE audit_entry')
  const refused = await app.send('/export/incidents/csv', { headers: { cookie } })
  expect(refused.status).toBe(500)
  expect(await refused.text()).not.toContain('id,')
})

test('the file has every entry once, newest first, however long the log is', async () => {
  const app = await openApp()
  const { cookie } = await app.join('auditor')
  const added = Array.from({ length: 2_500 }, (_, n) => ({
    ...{ at: new Date(n), act: 'comments-read', subject: `2026-H1 ${n}`, details: '{}' },
  }))
  for (const from of [0, 500, 1_000, 1_500, 2_000])
    await app.database.insert({ audit_entry: added.slice(from, from + 500) })
  const file = await app.send('/export/audit-log.csv?act=comments-read', { headers: { cookie } })
  const lines = (await file.text()).trim().split('\r\n').slice(1)
  expect(lines.map((line) => Number(/2026-H1 (\d+)/.exec(line)?.[1]))).toEqual(added.map((_, n) => 2_499 - n))
})

test('only officers and auditors read or export the log', async () => {
  const app = await openApp()
  for (const role of ['executive', 'human-resources', 'administrator'] as const) {
    const { cookie } = await app.join(role)
    expect((await app.send('/trpc/auditLog.state', { headers: { cookie } })).status).toBe(403)
    expect((await app.send('/export/audit-log.csv', { headers: { cookie } })).status).toBe(403)
  }
  expect((await app.send('/export/audit-log.csv')).status).toBe(401)
})

test('the state says when the chain was verified and whether it holds, and nothing that counts entries', async () => {
  const app = await openApp()
  const { cookie } = await app.join('auditor')
  const { auditLog } = app.services.store
  await auditLog.chainNew(app.services.clock.now())
  const state = async () =>
    (await (await app.send('/trpc/auditLog.state', { headers: { cookie } })).json()).result.data.json
  const verifiedAt = app.services.clock.now()
  expect(await state()).toEqual({ verifiedAt: null, isBroken: false })
  expect((await app.post('/trpc/auditLog.verify', {}, { cookie })).status).toBe(200)
  expect(await state()).toEqual({ verifiedAt, isBroken: false })
  await app.database.run('DELETE FROM audit_entry WHERE number = 1')
  expect((await app.post('/trpc/auditLog.verify', {}, { cookie })).status).toBe(200)
  expect(await state()).toEqual({ verifiedAt, isBroken: true })
})

test('reading the same comments again within 10 minutes is one entry', async () => {
  const app = await openApp()
  const { auditLog } = app.services.store
  const { cookie } = await app.join('officer')
  const reading = { act: 'comments-read', subject: '2026-H1' } as const
  for (const minutes of [0, 9, 2]) {
    app.pass(minutes)
    await auditLog.addReading({ ...reading, at: app.services.clock.now() })
  }
  expect(await listed(app, cookie, { act: 'comments-read' })).toHaveLength(2)
})
