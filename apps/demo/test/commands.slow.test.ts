import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { commandFile, runCommand } from '@wayproof/command-line/testing/run-command'
import { expect, onTestFinished, test } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'wayproof-commands-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** A demo in its own process group, as a terminal starts it; `data` is its folder. */
function startDemo(data: string): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', commandFile('demo'), '--data', data], {
    cwd: root,
    env: { ...process.env, LANG: 'en', DATABASE_URL: 'file:/nowhere/real.db', SMTP_URL: 'smtp://127.0.0.1:9' },
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

/** The processes that were given `data`. */
const workingOn = (data: string): readonly string[] =>
  readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/environ`, 'latin1').includes(`DATA_DIR=${data}\0`)
    } catch {
      return false
    }
  })

async function waitUntil(isMet: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 1800 && !isMet(); attempt++) await new Promise((resolve) => setTimeout(resolve, 50))
  expect(isMet()).toBe(true)
}

const started = (data: string) => readdirSync(data).includes('reporting.log') && workingOn(data).length >= 2

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends a demo with all its apps', async (signal) => {
  const data = folder()
  const child = startDemo(data)
  await waitUntil(() => started(data))
  // A terminal sends Ctrl-C to the whole group, including the apps.
  process.kill(signal === 'SIGINT' ? -child.pid! : child.pid!, signal)
  expect(await once(child, 'exit')).toEqual([130, null])
  expect(workingOn(data)).toEqual([])
})

test('Ctrl-C ends a demo that still writes its history', async () => {
  const data = folder()
  const child = startDemo(data)
  await waitUntil(() => readdirSync(data).includes('wayproof.db'))
  process.kill(-child.pid!, 'SIGINT')
  expect(await once(child, 'exit')).toEqual([130, null])
  expect(readdirSync(data)).not.toContain('reporting.log')
})

test('a demo that is killed takes its apps with it', async () => {
  const data = folder()
  const child = startDemo(data)
  await waitUntil(() => started(data))
  child.kill('SIGKILL')
  await waitUntil(() => workingOn(data).length === 0)
})

test('a folder that is not empty is left unchanged', async () => {
  const data = folder()
  writeFileSync(join(data, 'mine'), '')
  const result = await runCommand('demo', ['--data', data])
  expect(result.code).toBe(2)
  expect(result.stderr).toContain(`${data} is not empty`)
  expect(readdirSync(data)).toEqual(['mine'])
})

test('a mail server whose letters cannot be read is refused before a wave opens', async () => {
  const files = folder()
  for (const name of ['staff-roster.txt', 'vcdb-travel.csv', 'sfo-airport-2016.csv'])
    writeFileSync(join(files, name), '')
  const relay = createServer((socket) => socket.end('220 relay\r\n')).listen(0, '127.0.0.1')
  onTestFinished(() => void relay.close())
  await once(relay, 'listening')
  const address = relay.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const result = await runCommand('replay', [files], { SMTP_URL: `smtp://127.0.0.1:${port}` })
  expect(result.code).toBe(2)
  expect(result.stderr).toContain('the emails it accepts cannot be read here')
})
