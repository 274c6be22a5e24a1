import type { Hono } from 'hono'
import { expect, test } from 'vitest'
import { makeApiKey } from '../settings/api-key-router.ts'
import { openApp } from '../testing/open-app.ts'
import { procedures } from '../testing/procedures.ts'

const DEPTH = 200_000
const DEEP = [
  '['.repeat(DEPTH) + ']'.repeat(DEPTH),
  `${'{"a":'.repeat(DEPTH / 2)}1${'}'.repeat(DEPTH / 2)}`,
  `{"json":${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}}`,
  `{"email":${'['.repeat(DEPTH)}${']'.repeat(DEPTH)},"password":"x"}`,
  `[{"id":${'{"a":'.repeat(DEPTH / 2)}1${'}'.repeat(DEPTH / 2)}}]`,
]

/** Every route that takes a call, with a register and an id in the path where needed. */
const edges = (app: Hono) =>
  [...new Set(app.routes.filter(({ method }) => method === 'POST').map(({ path }) => path))].map((path) =>
    path.replace(':register', 'partners').replace(':id', 'x').replaceAll('*', 'session.me'),
  )

test('JSON that is nested too deeply is refused at every route with a code', async () => {
  const { app, send, join, services, logged } = await openApp()
  const { cookie, person } = await join('officer')
  const paths = [
    ...edges(app),
    ...procedures.map(({ path }) => `/trpc/${path}`),
    '/trpc/rules.propose,wave.open?batch=1',
  ]
  expect(paths.length).toBeGreaterThan(100)
  const key = await makeApiKey(services, { name: 'Booking system', scopes: ['partners:write'], actor: person })
  const token = key.ok ? key.value.token : ''
  for (const path of paths) {
    // One procedure of each kind, because all procedures share one route.
    for (const body of path.startsWith('/trpc/') ? DEEP.slice(2, 3) : DEEP) {
      const headers = { cookie, 'content-type': 'application/json', authorization: `Bearer ${token}` }
      const answer = await send(path, { method: 'POST', body, headers })
      expect([path, answer.status, answer.status >= 400 && answer.status < 500]).toEqual([path, answer.status, true])
      if (path.startsWith('/trpc/')) expect((await answer.json()).error.json.data.faultCode).toBe('too-deep')
    }
  }
  const query = encodeURIComponent(`{"json":${'['.repeat(5_000)}${']'.repeat(5_000)}}`)
  for (const { path } of procedures.filter(({ type }) => type === 'query')) {
    const answer = await send(`/trpc/${path}?input=${query}`, { headers: { cookie } })
    expect([path, answer.status]).toEqual([path, 400])
  }
  expect(logged.filter(({ level }) => level === 'error')).toEqual([])
})
