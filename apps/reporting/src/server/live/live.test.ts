import { USER_ROLES } from '@wayproof/accounts/accounts/person'
import { AUDIT_ACTS } from '@wayproof/journal/audit-log/audit-entry'
import { expect, test } from 'vitest'
import { served, subscribe } from '../testing/live-stream.ts'
import { openApp } from '../testing/open-app.ts'
import { kindsOf, LIVE_KINDS, mayHear } from './live-kinds.ts'

type App = Awaited<ReturnType<typeof openApp>>

/** The server hears of a closed connection in its own time, which the default of 1 s may not cover. */

/** An act of another process: nothing of this one knows of it. */
const elsewhere = ({ database }: App, ...acts: string[]) =>
  database.insert({
    audit_entry: acts.map((act) => ({ at: new Date(1), act, subject: 'secret', details: '{"secret":1}' })),
  })

async function opened() {
  const app = await openApp()
  const { url, server } = await served(app)
  /** A subscription that hears everything from now on. */
  const hear = async (cookie: string) => {
    // A look that has not happened yet would tell the new stream of entries before it, such as its user's sign-in.
    await app.look()
    const stream = await subscribe(url, cookie)
    expect(await stream.change()).toEqual({ own: [], others: [] })
    return stream
  }
  return { app, url, server, hear }
}

const addTraining = (app: App, cookie: string) =>
  app.send('/import/training-sessions?dryRun=false&fileName=a.csv', {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/octet-stream' },
    body: 'quarter,heldOn\n2026-Q1,2026-02-03\n',
  })

test('one imports, and the others hear which kinds of things changed, at once and with nothing else', async () => {
  const { app, hear } = await opened()
  const { cookie: officer } = await app.join('officer')
  const { cookie: auditor } = await app.join('auditor')
  const [own, other] = [await hear(officer), await hear(auditor)]
  expect((await addTraining(app, officer)).status).toBe(200)
  const kinds = ['rows', 'imports', 'deadlines']
  expect(await other.change()).toEqual({ own: [], others: kinds })
  expect(await own.change()).toEqual({ own: kinds, others: [] })
})

test('a request and a policy check are heard by those who read them, an answer to a survey by nobody', async () => {
  const { app, hear } = await opened()
  const { cookie: officer } = await app.join('officer')
  const { cookie: auditor } = await app.join('auditor')
  const [desk, reader] = [await hear(officer), await hear(auditor)]
  await app.database.insert({
    rights_case: [
      {
        id: 'c1',
        kind: 'complaint',
        received_on: '2026-07-01',
        status: 'received',
        due_on: '2026-07-16',
        channel: 'page',
        anonymous: true,
        locale: 'en',
      },
    ],
  })
  await app.look()
  expect(await desk.change()).toEqual({ own: [], others: ['requests'] })
  const proof = {
    id: 'p1',
    surface_id: 's',
    language: 'en',
    at: new Date(1),
    checked_on: '2026-07-01',
    outcome: 'found',
  }
  await app.database.insert({ policy_proof: [{ ...proof, url: 'https://x.example', keeps_bytes: false }] })
  await app.look()
  expect(await desk.change()).toEqual({ own: [], others: ['policies'] })
  // Nothing about the request came before.
  expect(await reader.change()).toEqual({ own: [], others: ['policies'] })
})

test('a change by another process is heard at the next look, each only once', async () => {
  const { app, hear } = await opened()
  const { cookie } = await app.join('officer')
  const stream = await hear(cookie)
  await elsewhere(app, 'wave-closed')
  await app.look()
  expect(await stream.change()).toEqual({ own: [], others: ['deadlines', 'waves'] })
  await app.look()
  await elsewhere(app, 'comments-coded')
  await app.look()
  expect(await stream.change()).toEqual({ own: [], others: ['comments'] })
})

test('a page that listens some time after it was opened first hears what changed since then', async () => {
  const { app, url, hear } = await opened()
  const { cookie } = await app.join('officer')
  const { cookie: auditor } = await app.join('auditor')
  app.pass(2)
  expect((await addTraining(app, cookie)).status).toBe(200)
  app.pass(0.05)
  const streams = [await subscribe(url, auditor, 3001), await subscribe(url, auditor, 3000), await hear(auditor)]
  expect(await streams[0]?.change()).toEqual({ own: [], others: ['rows', 'imports', 'deadlines'] })
  expect(await streams[1]?.change()).toEqual({ own: [], others: [] })
  app.pass(2)
  const longOpen = await subscribe(url, auditor, 600_000)
  expect(await longOpen.change()).toEqual({ own: [], others: [] })
})

test('an entry that a longer transaction commits late is heard, and after too many entries all kinds are', async () => {
  const { app, hear } = await opened()
  const { cookie } = await app.join('auditor')
  const stream = await hear(cookie)
  await app.database.insert({ audit_entry: [{ id: 500, at: new Date(1), act: 'signed', subject: '', details: '{}' }] })
  await app.look()
  expect(await stream.change()).toEqual({ own: [], others: ['deadlines', 'closing'] })
  await app.database.insert({
    audit_entry: [{ id: 499, at: new Date(1), act: 'rule-decided', subject: '', details: '{}' }],
  })
  await app.look()
  expect(await stream.change()).toEqual({ own: [], others: ['rules'] })
  // With their numbers, because a server does not continue from those above.
  await app.database.insert({
    audit_entry: Array.from({ length: 100 }, (_, nth) => ({
      ...{ id: 501 + nth, at: new Date(1), act: 'exported', subject: '', details: '{}' },
    })),
  })
  await app.look()
  expect((await stream.change())?.others).toEqual(LIVE_KINDS.filter((kind) => mayHear('auditor', kind)))
})

test.each(USER_ROLES)('%s hears only the kinds that the role may read, whatever the act', async (role) => {
  const { app, hear } = await opened()
  const { cookie } = await app.join(role)
  const stream = await hear(cookie)
  await elsewhere(app, ...AUDIT_ACTS.slice(0, 50))
  await app.look()
  const first = await stream.change()
  await elsewhere(app, ...AUDIT_ACTS.slice(50))
  await app.look()
  const second = await stream.change()
  const heard = new Set([...(first?.others ?? []), ...(second?.others ?? [])])
  expect([...heard].sort()).toEqual(LIVE_KINDS.filter((kind) => mayHear(role, kind)).sort())
})

test('nobody but the case handler hears of reports, and executives hear of no request', () => {
  expect(USER_ROLES.filter((role) => mayHear(role, 'reports'))).toEqual(['case-handler'])
  expect(mayHear('executive', 'requests')).toBe(false)
  expect(mayHear('administrator', 'rows')).toBe(false)
  expect(AUDIT_ACTS.filter((act) => kindsOf(act).includes('reports'))).toEqual(['report-handled'])
  expect(kindsOf('report-handled')).toEqual(['reports'])
  expect(kindsOf('toString')).toEqual([])
})

test('without a session there is no stream', async () => {
  const { url } = await opened()
  const stream = await subscribe(url, '')
  expect(await stream.next()).toMatchObject({ event: 'serialized-error' })
  expect(await stream.next()).toBeNull()
})

test('proxies neither store, compress nor collect the stream', async () => {
  const { app, hear } = await opened()
  const { headers, first } = await hear((await app.join('officer')).cookie)
  expect(headers.get('content-type')).toBe('text/event-stream')
  expect(headers.get('content-encoding')).toBeNull()
  expect(headers.get('cache-control')).toBe('no-store, no-transform')
  expect(headers.get('x-accel-buffering')).toBe('no')
  expect(first).toMatchObject({ event: 'connected' })
})

test('listening and requests that a page sends on its own keep no session alive, and requests of its user do', async () => {
  const { app, hear } = await opened()
  const { cookie } = await app.join('officer')
  const ask = (headers: Record<string, string> = {}) =>
    app.send('/trpc/question.list', { headers: { cookie, ...headers } })
  const stream = await hear(cookie)
  app.pass(30)
  await app.look()
  expect((await ask()).status).toBe(200)
  for (const _ of Array(5)) {
    app.pass(10)
    await app.look()
    expect((await ask({ 'x-wayproof-unattended': '1' })).status).toBe(200)
  }
  app.pass(10)
  await app.look()
  expect(await stream.next()).toMatchObject({ event: 'return' })
  expect((await ask()).status).toBe(401)
})

test('the stream ends at once when the user signs out, loses the role or is removed', async () => {
  const { app, hear } = await opened()
  const { cookie: officer } = await app.join('officer')
  const change = (procedure: string, input: object) =>
    app.post(`/trpc/people.${procedure}`, { json: input }, { cookie: officer })
  const { cookie: leaving } = await app.join('procurement', 'leaving@x.example')
  const { cookie: moving, person: moved } = await app.join('procurement', 'moving@x.example')
  const { cookie: gone, person: removed } = await app.join('procurement', 'removed@x.example')
  const streams = [await hear(leaving), await hear(moving), await hear(gone)]
  await app.post('/api/auth/sign-out', {}, { cookie: leaving })
  expect(await streams[0]?.next()).toMatchObject({ event: 'return' })
  expect((await change('changeRole', { id: moved.id, role: 'customer-service' })).status).toBe(200)
  expect(await streams[1]?.next()).toMatchObject({ event: 'return' })
  expect((await change('revoke', { id: removed.id })).status).toBe(200)
  expect(await streams[2]?.next()).toMatchObject({ event: 'return' })
})

test('a user has a limited number of streams, and a closed one makes room', async () => {
  const { app, url, hear } = await opened()
  const { cookie } = await app.join('executive')
  const streams = await Promise.all(Array.from({ length: 8 }, () => hear(cookie)))
  const refused = await (await subscribe(url, cookie)).next()
  expect(refused).toMatchObject({ event: 'serialized-error' })
  expect(refused?.data).toContain('TOO_MANY_REQUESTS')
  await hear((await app.join('auditor')).cookie)
  streams[0]?.leave()
  const again = async () => {
    const stream = await subscribe(url, cookie)
    const next = await stream.next()
    stream.leave()
    return next?.event
  }
  await expect.poll(again).toBe('message')
})

test('when the server stops, streams end at once and none begins; nobody looks once all have left', async () => {
  const { app, url, server, hear } = await opened()
  const { cookie } = await app.join('officer')
  const streams = [await hear(cookie), await hear(cookie)]
  streams[0]?.leave()
  app.services.changes.close()
  expect(await streams[1]?.next()).toMatchObject({ event: 'return' })
  expect(await streams[1]?.next()).toBeNull()
  await expect.poll(app.look).toBe(false)
  const late = await (await subscribe(url, cookie)).next()
  expect(late?.data).toContain('SERVICE_UNAVAILABLE')
  server.closeIdleConnections()
  await new Promise((resolve) => server.close(resolve))
})
