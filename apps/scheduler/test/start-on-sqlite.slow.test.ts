import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { messages } from '@wayproof/messages/messages'
import { expect, it, onTestFinished } from 'vitest'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))

it('reports a damaged database in both languages, also without a port, and waits until it is stopped', async () => {
  const data = mkdtempSync(join(tmpdir(), 'wayproof-main-'))
  writeFileSync(join(data, 'wayproof.db'), 'no database at all '.repeat(100))
  writeFileSync(join(data, 'wayproof.key'), 'a7'.repeat(32), { mode: 0o600 })
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), main], {
    cwd: data,
    env: { PATH: process.env.PATH, DATA_DIR: data },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
    rmSync(data, { recursive: true, force: true })
  })
  const output = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  await once(child.stdout, 'data')
  await wait(1_000)
  expect(child.exitCode).toBe(null)
  child.kill('SIGTERM')
  const [stdoutText, logged, exit] = await output
  expect(exit).toEqual([0, null])
  for (const locale of LOCALES) expect(stdoutText).toContain(messages(locale).databaseFaults['not-a-database'](''))
  expect(logged).toContain('"code":"not-a-database"')
})
