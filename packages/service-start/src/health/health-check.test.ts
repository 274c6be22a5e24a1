import { createServer } from 'node:http'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { VERSION } from '@wayproof/kernel/version'
import type { Health } from '@wayproof/operations/health/health'
import type { HealthStore } from '@wayproof/operations/health/health-store'
import type { ReadinessFault } from '@wayproof/operations/health/readiness'
import { expect, onTestFinished, test } from 'vitest'
import { listenAlone } from '../listen-alone.ts'
import { closeServer } from '../stop.ts'
import { type HealthCheck, healthCheck } from './health-check.ts'
import { openHealthServer } from './open-health-server.ts'

const healthy: Health = { scheduler: 'ok', lastLook: 0, warnings: [] }
const silent: Health = {
  scheduler: 'late',
  lastLook: 0,
  warnings: [{ code: 'scheduler-silent' }, { code: 'disk-low' }],
}

interface State {
  readonly faults?: readonly ReadinessFault[]
  readonly found?: Health
}

const storeOf = ({ faults = [], found = healthy }: State): Pick<HealthStore, 'readiness' | 'read'> => ({
  readiness: async () => faults,
  read: async () => found,
})

const checkOf = (
  state: State = {},
  needs: readonly 'scheduler-silent'[] = [],
  addresses: readonly string[] = ['http://127.0.0.1:4310'],
) => healthCheck({ health: storeOf(state), clock: { now: () => 0 }, needs, addresses })

const place = { host: '127.0.0.1', port: 0 }

/** Sends a request to an app that answers every other path with 418. */
async function served(check: HealthCheck) {
  const server = await listenAlone(
    check.before((_, response) => void response.writeHead(418).end()),
    place,
  )
  onTestFinished(() => server.close())
  return (path: string, method = 'GET') => fetch(`http://127.0.0.1:${server.port}${path}`, { method })
}

test('a healthy process is live and ready', async () => {
  const ask = await served(checkOf())
  expect(await (await ask('/health/live')).json()).toEqual({ live: true, version: VERSION })
  const ready = await ask('/health/ready')
  expect([ready.status, await ready.json()]).toEqual([200, { ready: true, faults: [], warnings: [], version: VERSION }])
  expect(ready.headers.get('cache-control')).toBe('no-store')
})

test('an app with public https addresses sends HSTS here too', async () => {
  const addressed = (...addresses: string[]) => served(checkOf({}, [], addresses))
  const header = async (ask: Awaited<ReturnType<typeof served>>) =>
    (await ask('/health/live')).headers.get('strict-transport-security')
  expect(await header(await addressed('https://survey.example.com'))).toBe('max-age=31536000; includeSubDomains')
  expect(await header(await addressed('https://survey.example.com', 'http://127.0.0.1:4320'))).toBe(null)
})

test('a process with a fault is not ready, and stays live', async () => {
  const ask = await served(checkOf({ faults: [{ code: 'other-version' }, { code: 'other-key' }] }))
  const ready = await ask('/health/ready')
  expect([ready.status, await ready.json()]).toEqual([
    503,
    { ready: false, faults: [{ code: 'other-version' }, { code: 'other-key' }], warnings: [], version: VERSION },
  ])
  expect((await ask('/health/live')).status).toBe(200)
})

test('a warning is a fault only for an app that needs its opposite', async () => {
  const ask = await served(checkOf({ found: silent }))
  const ready = await ask('/health/ready')
  expect([ready.status, await ready.json()]).toEqual([
    200,
    { ready: true, faults: [], warnings: silent.warnings, version: VERSION },
  ])
  const scheduler = await (await served(checkOf({ found: silent }, ['scheduler-silent'])))('/health/ready')
  expect([scheduler.status, await scheduler.json()]).toEqual([
    503,
    { ready: false, faults: [{ code: 'scheduler-silent' }], warnings: [{ code: 'disk-low' }], version: VERSION },
  ])
})

test('other paths and methods are left to the app or refused', async () => {
  const ask = await served(checkOf())
  const statuses = await Promise.all(
    [ask('/'), ask('/health'), ask('/health/live/x'), ask('/health/live', 'POST'), ask('/health/ready', 'HEAD')].map(
      async (answer) => (await answer).status,
    ),
  )
  expect(statuses).toEqual([418, 418, 418, 405, 200])
  const server = await openHealthServer(checkOf(), place)
  onTestFinished(() => server.close())
  expect((await fetch(`http://127.0.0.1:${server.port}/metrics`)).status).toBe(404)
})

test('while a process drains it answers requests but is not ready, and each response ends its connection', async () => {
  const check = checkOf()
  const server = createServer(check.before((_, response) => void response.end('page')))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  expect((await fetch(url)).headers.get('connection')).toBe('keep-alive')
  const slept: number[] = []
  const drained = Promise.withResolvers<void>()
  const sleep = (ms: number) => {
    slept.push(ms)
    return slept.length === 1 ? drained.promise : nextTurn()
  }
  const closed = closeServer(server, { health: check, sleep, drainMs: 7_000 })
  const ready = await fetch(`${url}/health/ready`)
  expect([ready.status, await ready.json()]).toMatchObject([503, { faults: [{ code: 'stopping' }] }])
  const page = await fetch(url)
  expect([await page.text(), page.headers.get('connection')]).toEqual(['page', 'close'])
  drained.resolve()
  await closed
  expect(slept[0]).toBe(7_000)
  await expect(fetch(url)).rejects.toThrow()
})
