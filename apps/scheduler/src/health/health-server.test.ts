import type { Health } from '@wayproof/store'
import { expect, onTestFinished, test } from 'vitest'
import { openHealthServer } from './health-server.ts'

const healthy: Health = { ok: true, database: 'ok', disk: 'ok', scheduler: 'ok', letters: 'ok', lastLook: 0 }

async function serveHealth(health: Health) {
  const server = await openHealthServer(
    { health: { read: async () => health }, clock: { now: () => 0 } },
    0,
    '127.0.0.1',
  )
  onTestFinished(() => server.close())
  return (path: string, method = 'GET') => fetch(`http://127.0.0.1:${server.port}${path}`, { method })
}

test.each<[Partial<Health>, number]>([
  [{}, 200],
  [{ scheduler: 'late' }, 503],
  [{ ok: false, disk: 'low' }, 503],
  [{ ok: false, database: 'unreadable' }, 503],
  [{ ok: false, database: 'damaged' }, 503],
  [{ letters: 'waiting' }, 200],
])('%j returns %d', async (finding, status) => {
  const ask = await serveHealth({ ...healthy, ...finding })
  const answer = await ask('/health')
  expect(answer.status).toBe(status)
  expect(await answer.json()).toEqual({
    ...healthy,
    ...finding,
    ok: status === 200,
    lastLook: '1970-01-01T00:00:00.000Z',
  })
})

test('other requests get no response', async () => {
  const ask = await serveHealth(healthy)
  expect((await ask('/metrics')).status).toBe(404)
  expect((await ask('/health', 'POST')).status).toBe(404)
})
