import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withData } from '@wayproof/command-line/open-data'
import { runCommand } from '@wayproof/command-line/testing/run-command'
import { openKeyFile } from '@wayproof/database/installation/key-file'
import { storePlace } from '@wayproof/database/installation/store-settings'
import { systemTokens } from '@wayproof/kernel/system'
import { messages } from '@wayproof/messages/messages'
import { expect, onTestFinished, test } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'wayproof-private-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** Every file and folder under a path to which other users have any permission. */
const open = (path: string): string[] => [
  ...((statSync(path).mode & 0o077) === 0 ? [] : [path]),
  ...(statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => open(join(path, name))) : []),
]

/** Starts an app with the usual umask of a shell. */
function start(app: string, env: Record<string, string>): ChildProcess {
  const child = spawn(
    'bash',
    ['-c', 'umask 022; exec "$0" --import tsx "$1"', process.execPath, `apps/${app}/src/main.ts`],
    {
      cwd: root,
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

test.each([
  ['reporting', { REPORTING_PORT: '0' }],
  ['survey', { SURVEY_PORT: '0' }],
  ['scheduler', {}],
])(
  '%s restricts every file to its user, also existing ones with wider permissions, and reports it',
  async (app, ports) => {
    const data = join(folder(), 'data')
    const storeFiles = storePlace({ DATA_DIR: data })
    await openKeyFile(storeFiles.keyFile, systemTokens, storeFiles.databaseUrl)
    await withData(storeFiles, async () => undefined)
    // As version 0.1.0 left them.
    mkdirSync(join(data, 'outbox'))
    writeFileSync(join(data, 'outbox', 'old.eml'), '')
    writeFileSync(join(data, 'survey.log'), '')
    for (const path of [join(data, 'outbox'), data]) chmodSync(path, 0o755)
    for (const name of ['wayproof.db', 'wayproof.key', 'outbox/old.eml', 'survey.log'])
      chmodSync(join(data, name), 0o644)

    const child = start(app, { DATA_DIR: data, ACCESS_LOG: join(data, 'access.log'), ...ports })
    let output = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk
    })
    const sentence = messages('en').settings.filesClosed(6, data)
    await expect.poll(() => output).toContain(sentence)
    await expect.poll(() => readdirSync(data)).toContain('wayproof.db-wal')
    expect(open(data)).toEqual([])
    child.kill('SIGTERM')
    await once(child, 'exit')
    expect(open(data)).toEqual([])
  },
)

test('only their user can read backups, their keys and the journal', async () => {
  const data = folder()
  const storeFiles = storePlace({ DATA_DIR: data })
  await openKeyFile(storeFiles.keyFile, systemTokens, storeFiles.databaseUrl)
  await withData(storeFiles, ({ survey }) => survey.suppressAddress(new Uint8Array(32), 'objected', 1))
  chmodSync(storeFiles.databaseUrl.replace('file:', ''), 0o600)
  const env = { DATA_DIR: data }
  const secret = join(data, 'secret.key')
  expect(await runCommand('backup-key', [secret], env)).toMatchObject({ code: 0 })
  const backup = await runCommand('backup', ['--json'], env)
  expect([backup.code, backup.stderr]).toEqual([0, expect.stringContaining('BACKUP_DIR is not set')])
  const { file, destroyBy } = JSON.parse(backup.stdout)
  expect(destroyBy).toBe(null)
  expect(readdirSync(storeFiles.backupFolder).sort()).toEqual(['backup-key.pub', 'journal.log', file.split('/').at(-1)])

  const taken = await runCommand('restore', [file, '--key', secret], env)
  expect([taken.code, taken.stderr]).toEqual([2, expect.stringContaining('only be restored to an empty place')])
  rmSync(join(data, 'wayproof.db'))
  const restored = await runCommand('restore', [file, '--key', secret], env)
  expect([restored.code, restored.stdout]).toEqual([0, expect.stringContaining('It is complete.')])
  expect(open(data)).toEqual([])
  await withData(storeFiles, async ({ survey }) => expect(await survey.wantsNoLetters(new Uint8Array(32))).toBe(true))
})
