import { VERSION } from '@wayproof/kernel/version'
import { expect, onTestFinished, test } from 'vitest'
import { type Metrics, type MetricsOptions, openMetrics } from './open-metrics.ts'

async function opened(options: Partial<MetricsOptions> = {}) {
  const metrics = await openMetrics({ port: 0, isCoarse: false, ...options })
  onTestFinished(() => metrics.close())
  return metrics
}

const scrape = ({ port }: Metrics, path = '/metrics', method = 'GET') =>
  fetch(`http://127.0.0.1:${port}${path}`, { method })

test('counters and gauges are served in the format of Prometheus', async () => {
  const metrics = await opened()
  const add = metrics.counter({ name: 'runs_total', help: 'Runs.', labels: ['outcome'] })
  add({ outcome: 'done' })
  add({ outcome: 'done' }, 2)
  metrics.gauge({ name: 'waiting', help: 'Waiting.' }, async () => 7)
  metrics.gauge({ name: 'unreadable', help: 'Unreadable.' }, () => Promise.reject(new Error('the database is away')))
  const answer = await scrape(metrics)
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain/)
  const text = await answer.text()
  expect(text).toContain('runs_total{outcome="done"} 3')
  expect(text).toContain('\nwaiting 7\n')
  expect(text).toContain('\nunreadable Nan\n')
  expect(text).toContain('process_cpu_seconds_total ')
  expect(text).toContain(`\nwayproof_build_info{version="${VERSION}"} 1\n`)
})

test('two processes have figures of their own, and other paths are not found', async () => {
  const [first, second] = [await opened(), await opened()]
  first.counter({ name: 'runs_total', help: 'Runs.', labels: [] })({})
  expect(await (await scrape(second)).text()).not.toContain('runs_total')
  expect((await scrape(first, '/')).status).toBe(404)
  expect((await scrape(first, '/metrics', 'POST')).status).toBe(404)
})

test('coarse figures are those of the process only, in steps that no request shows', async () => {
  const text = await (await scrape(await opened({ isCoarse: true }))).text()
  const samples = text
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .map((line) => line.split(' ') as [string, string])
  const names = new Set(samples.map(([name]) => name.replace(/\{.*/, '')))
  expect(
    [...names].filter(
      (name) =>
        !/^wayproof_build_info$|^(process|nodejs)_(start|cpu|resident|heap_size_used|eventloop_lag_p99|gc_seconds_total)/.test(
          name,
        ),
    ),
  ).toEqual([])
  expect(names).toContain('process_cpu_seconds_total')
  const sampleOf = (wanted: string) => Number(samples.find(([name]) => name === wanted)?.[1])
  expect(Number.isInteger(sampleOf('process_cpu_seconds_total'))).toBe(true)
  expect(sampleOf(`wayproof_build_info{version="${VERSION}"}`)).toBe(1)
  expect(sampleOf('process_resident_memory_bytes')).toBeGreaterThan(0)
  expect(sampleOf('process_resident_memory_bytes') % (16 * 1024 * 1024)).toBe(0)
})

test('a coarse figure shows every tenth refused form', async () => {
  const metrics = await opened({ isCoarse: true })
  const count = metrics.counter({ name: 'survey_forms_refused_total', help: 'Refused.', labels: [] })
  count({}, 19)
  expect(await (await scrape(metrics)).text()).toContain('\nsurvey_forms_refused_total 10\n')
})

test('a port in use is refused', async () => {
  const { port } = await opened()
  await expect(openMetrics({ port, isCoarse: true })).rejects.toMatchObject({ code: 'EADDRINUSE' })
})

test('figures are served on one address alone: of this machine, or another one that is set', async () => {
  const statusAt = (host: string, { port }: Metrics) =>
    fetch(`http://${host}:${port}/metrics`).then(
      ({ status }) => status,
      () => null,
    )
  const [own, other] = [await opened(), await opened({ host: '127.0.0.2' })]
  expect([await statusAt('127.0.0.1', own), await statusAt('127.0.0.2', own)]).toEqual([200, null])
  expect([await statusAt('127.0.0.1', other), await statusAt('127.0.0.2', other)]).toEqual([null, 200])
})
