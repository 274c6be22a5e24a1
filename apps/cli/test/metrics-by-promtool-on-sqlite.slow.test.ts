import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startApp } from '@wayproof/local-stack/processes/app-process'
import { freePort } from '@wayproof/local-stack/testing/daemon'
import { requireProgram } from '@wayproof/local-stack/testing/system-program'
import { expect, onTestFinished, test } from 'vitest'

const PROMTOOL = '/usr/bin/promtool'

test.each(['survey', 'reporting', 'scheduler'] as const)(
  'promtool has nothing to say about the metrics of the app %s',
  async (name) => {
    requireProgram(PROMTOOL, 'prometheus')
    const [port, metricsPort] = [String(await freePort()), String(await freePort())]
    const data = mkdtempSync(join(tmpdir(), 'wayproof-metrics-'))
    const setting = name.toUpperCase()
    const environment = { [`${setting}_PORT`]: port, [`${setting}_METRICS_PORT`]: metricsPort }
    const app = startApp(name, { DATA_DIR: data, DATABASE_URL: undefined, ...environment }, join(data, 'log'))
    onTestFinished(async () => {
      await app.stop()
      rmSync(data, { recursive: true, force: true })
    })
    const read = (path: string, at: string) => fetch(`http://127.0.0.1:${at}${path}`).catch(() => null)
    await expect.poll(async () => (await read('/health/live', port))?.status).toBe(200)
    // The counters of requests and the figures of garbage collection begin with their first samples.
    await expect
      .poll(async () => (await (await read('/metrics', metricsPort))?.text())?.includes('nodejs_gc_'))
      .toBe(true)
    await read('/', port)
    const text = (await (await read('/metrics', metricsPort))?.text()) ?? ''
    expect(text.match(/^# HELP /gm)?.length).toBeGreaterThan(5)
    const { status, stdout, stderr } = spawnSync(PROMTOOL, ['check', 'metrics'], { input: text, encoding: 'utf8' })
    expect([status, stdout, stderr]).toEqual([0, '', ''])
  },
)
