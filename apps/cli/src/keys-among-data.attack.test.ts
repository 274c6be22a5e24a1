import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { messages } from '@wayproof/messages/messages'
import { expect, onTestFinished, test } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const PUBLIC = { SURVEY_URL: 'https://survey.example.com', REPORTING_URL: 'https://privacy.example.com' }
const FREE_PORTS = { SURVEY_PORT: '0', REPORTING_PORT: '0', TRUSTED_PROXY: '127.0.0.1' }

/** Starts an app until it listens or ends; the exit code is null if it listens. */
async function started(app: 'survey' | 'reporting' | 'scheduler', settings: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['--import', 'tsx', `apps/${app}/src/main.ts`], {
    cwd: root,
    env: { PATH: process.env.PATH, ...(app === 'survey' ? withoutProxy(FREE_PORTS) : FREE_PORTS), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk))
  const listens = expect.poll(() => output).toMatch(/"event":"(listening|started)"|is open at|127\.0\.0\.1:\d+/)
  const code = await Promise.race([
    once(child, 'exit').then(([exitCode]) => exitCode as number),
    listens.then(() => null),
  ])
  child.kill('SIGKILL')
  return { code, output }
}

const withoutProxy = ({ SURVEY_PORT }: typeof FREE_PORTS) => ({ SURVEY_PORT })

function places() {
  const folder = mkdtempSync(join(tmpdir(), 'wayproof-keys-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const data = join(folder, 'data')
  mkdirSync(join(data, 'wave-keys'), { recursive: true })
  symlinkSync(join(data, 'wave-keys'), join(folder, 'link'))
  return { DATA_DIR: data, link: join(folder, 'link'), apart: join(folder, 'keys') }
}

test.each(['survey', 'reporting', 'scheduler'] as const)(
  'the %s app of a new installation with a public address does not start with its wave keys among its data',
  async (app) => {
    const { DATA_DIR, link } = places()
    for (const place of [{}, { WAVE_KEY_DIR: link }]) {
      const { code, output } = await started(app, { DATA_DIR, ...PUBLIC, ...place })
      expect([code, output]).toEqual([78, expect.stringContaining('WAVE_KEY_DIR')])
      const folder = place.WAVE_KEY_DIR ?? join(DATA_DIR, 'wave-keys')
      for (const locale of ['en', 'zh-CN'] as const)
        expect(output).toContain(messages(locale).settings.faults['keys-among-data']('WAVE_KEY_DIR', folder))
    }
  },
)

test('it starts with the keys apart, or on this machine only', async () => {
  const { DATA_DIR, apart } = places()
  expect((await started('survey', { DATA_DIR, ...PUBLIC, WAVE_KEY_DIR: apart })).code).toBeNull()
  expect((await started('survey', { DATA_DIR })).code).toBeNull()
})
