import { spawn } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { messages } from '@wayproof/messages/messages'
import { expect, it, onTestFinished } from 'vitest'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))

/** Starts the scheduler until it delivers or ends; the exit code is null if it delivers. */
async function started(data: string, settings: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), main], {
    cwd: data,
    env: { PATH: process.env.PATH, DATA_DIR: data, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk))
  const delivers = expect.poll(() => output, { timeout: 30_000 }).toContain(messages('en').scheduler.started)
  const code = await Promise.race([
    once(child, 'exit').then(([exitCode]) => exitCode as number),
    delivers.then(() => null),
  ])
  child.kill('SIGTERM')
  if (code === null) await once(child, 'exit')
  return { code, output }
}

it('refuses a short DKIM key until the organization is set up, and from then on only warns', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wayproof-dkim-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const data = join(folder, 'data')
  mkdirSync(data)
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 })
  const file = join(folder, 'dkim.pem')
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }))
  const dkim = { DKIM_DOMAIN: 'yuntu.example', DKIM_SELECTOR: 's1', DKIM_KEY_FILE: file }
  const refused = await started(data, dkim)
  expect(refused.code).toBe(78)
  for (const locale of LOCALES)
    expect(refused.output).toContain(messages(locale).settings.faults['dkim-key-short']('DKIM_KEY_FILE', file))
  const database = new DatabaseSync(join(data, 'wayproof.db'))
  database.exec(`INSERT INTO organisation (id, name_zh, name_en, contact_email, programme_start)
    VALUES (1, '云途', 'Yuntu', 'privacy@yuntu.example', '2026-01-01')`)
  database.close()
  const warned = await started(data, dkim)
  expect(warned.code).toBe(null)
  expect(warned.output).toContain('"level":"warn"')
  expect(warned.output).toContain('"event":"dkim-key-short"')
})
