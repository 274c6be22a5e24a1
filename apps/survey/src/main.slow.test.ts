import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { databaseAt } from '@wayproof/database/testing/database-for-tests'
import { emptyDatabase } from '@wayproof/database/testing/installation-for-tests'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { UNUSABLE_SETTINGS } from '@wayproof/kernel/settings/setting'
import type { Messages } from '@wayproof/messages/en'
import { messages } from '@wayproof/messages/messages'
import { expect, it, onTestFinished } from 'vitest'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))
const tsx = import.meta.resolve('tsx')

const folder = () => mkdtempSync(join(tmpdir(), 'wayproof-main-'))

function start(environment: Readonly<Record<string, string>>, data = folder()) {
  const child = spawn(process.execPath, ['--import', tsx, main], {
    cwd: data,
    env: { PATH: process.env.PATH, DATA_DIR: data, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
    rmSync(data, { recursive: true, force: true })
  })
  let output = ''
  const lines = new Map<string, () => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
      for (const [awaited, resolve] of lines) if (output.includes(awaited)) resolve()
    })
  }
  return {
    data,
    child,
    output: () => output,
    waitFor: (awaited: string) => new Promise<void>((resolve) => void lines.set(awaited, resolve)),
  }
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return String(typeof address === 'object' ? address?.port : 0)
}

it('the server starts on an empty database, responds, drains and stops on a signal', async () => {
  const SURVEY_PORT = await freePort()
  const settings = { SURVEY_PORT, ACCESS_LOG: 'access.log', DRAIN_SECONDS: '5', DATABASE_URL: await emptyDatabase() }
  const app = start(settings)
  await app.waitFor('The survey is open')
  const ready = () => fetch(`http://127.0.0.1:${SURVEY_PORT}/health/ready`)
  expect([(await ready()).status, (await fetch(`http://127.0.0.1:${SURVEY_PORT}/health/live`)).status]).toEqual([
    200, 200,
  ])
  expect(readFileSync(join(app.data, 'wayproof.key'), 'utf8')).toMatch(/^[0-9a-f]{64}\ndatabase [\w-]{36}\n$/)
  app.child.kill('SIGTERM')
  const exited = once(app.child, 'exit')
  await expect.poll(async () => (await ready()).status).toBe(503)
  expect((await fetch(`http://127.0.0.1:${SURVEY_PORT}/`)).status).toBe(200)
  expect(await exited).toEqual([0, null])
})

it('the server serves figures of its process on a port of its own, and only if it is set', async () => {
  const [SURVEY_PORT, SURVEY_METRICS_PORT] = [await freePort(), await freePort()]
  const scrape = () => fetch(`http://127.0.0.1:${SURVEY_METRICS_PORT}/metrics`)
  const app = start({ SURVEY_PORT, SURVEY_METRICS_PORT, DATABASE_URL: await emptyDatabase() })
  await app.waitFor('The survey is open')
  expect(await (await scrape()).text()).toMatch(/^process_cpu_seconds_total \d+$/m)
  expect((await fetch(`http://127.0.0.1:${SURVEY_PORT}/metrics`)).status).toBe(404)
  app.child.kill('SIGTERM')
  expect(await once(app.child, 'exit')).toEqual([0, null])
  const quiet = start({ SURVEY_PORT, DATABASE_URL: await emptyDatabase() })
  await quiet.waitFor('The survey is open')
  await expect(scrape()).rejects.toThrow()
})

it('no request leaves a line in the output, to which a journal or a container would add its time', async () => {
  const SURVEY_PORT = await freePort()
  const app = start({ SURVEY_PORT, DATABASE_URL: await emptyDatabase() })
  await app.waitFor('The survey is open')
  const before = app.output()
  for (const path of ['/', '/s/unknown', '/nowhere']) await fetch(`http://127.0.0.1:${SURVEY_PORT}${path}`)
  app.child.kill('SIGTERM')
  expect(await once(app.child, 'close')).toEqual([0, null])
  expect(app.output().slice(before.length)).not.toContain('"path"')
})

it('the server reports all wrong settings together in both languages, and does not listen', async () => {
  const app = start({ SURVEY_PORT: 'x', TIME_ZONE: 'Mars/Base', DEFAULT_LOCALE: 'fr', SURVEY_URL: 'ftp://x' })
  // `close` comes after all output; `exit` may come earlier.
  expect(await once(app.child, 'close')).toEqual([UNUSABLE_SETTINGS, null])
  for (const name of ['SURVEY_PORT', 'TIME_ZONE', 'DEFAULT_LOCALE', 'SURVEY_URL']) {
    expect(app.output().split(name)).toHaveLength(3)
  }
})

/** Expects that the app ended with the exit code and printed the sentence in both languages, without a stack trace. */
async function stopped(
  app: ReturnType<typeof start>,
  sentence: (words: Messages) => string,
  exitCode = 1,
): Promise<void> {
  expect(await once(app.child, 'close')).toEqual([exitCode, null])
  for (const locale of LOCALES) expect(app.output()).toContain(sentence(messages(locale)))
  expect(app.output()).not.toMatch(/\n\s+at /)
}

it('the server reports a file that is no database, and serves a page that says so', async () => {
  const damagedFolder = folder()
  writeFileSync(join(damagedFolder, 'wayproof.db'), 'no database at all '.repeat(100))
  writeFileSync(join(damagedFolder, 'wayproof.key'), 'a7'.repeat(32), { mode: 0o600 })
  const SURVEY_PORT = await freePort()
  const app = start({ SURVEY_PORT }, damagedFolder)
  await app.waitFor(messages('en').databaseFaults['not-a-database'](''))
  const page = () => fetch(`http://127.0.0.1:${SURVEY_PORT}/s/anything`, { method: 'POST' })
  await expect.poll(() => page().then(({ status }) => status, String)).toBe(503)
  const text = await (await page()).text()
  for (const locale of LOCALES) expect(text).toContain(messages(locale).survey.notices['no-answers'].text)
  app.child.kill('SIGTERM')
  expect(await once(app.child, 'exit')).toEqual([0, null])
})

it('the server reports a database of a newer version, and stops', async () => {
  const database = databaseAt(await emptyDatabase())
  const environment = { SURVEY_PORT: '0', DATABASE_URL: database.databaseUrl }
  const data = folder()
  const first = start(environment, data)
  await first.waitFor('The survey is open')
  first.child.kill('SIGTERM')
  await once(first.child, 'close')
  await database.run(`UPDATE installation SET version = '9.1.0'`)
  const next = {
    id: 'next',
    checksum: 'c',
    finished_at: new Date(0),
    migration_name: '9999_next',
    applied_steps_count: 1,
  }
  await database.insert({ _prisma_migrations: [next] })
  await stopped(start(environment, data), ({ databaseFaults }) => databaseFaults['newer-database']('9.1.0'))
})

it('the server reports that its port is in use, and stops', async () => {
  const otherServer = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void otherServer.close())
  await once(otherServer, 'listening')
  const address = otherServer.address()
  const port = typeof address === 'object' && address ? String(address.port) : ''
  const fault = ({ settings }: Messages) => settings.faults['port-taken']('SURVEY_PORT', port)
  await stopped(start({ SURVEY_PORT: port }), fault, UNUSABLE_SETTINGS)
})
