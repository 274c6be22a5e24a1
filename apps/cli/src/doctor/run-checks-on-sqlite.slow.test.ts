import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withData } from '@wayproof/command-line/open-data'
import { databaseAt } from '@wayproof/database/testing/database-for-tests'
import { sinkServer } from '@wayproof/letters/testing/sink-server'
import { onFreePort } from '@wayproof/local-stack/processes/free-port'
import { expect, onTestFinished, test } from 'vitest'
import { readCheckConfig } from '../check-deployment/check-config.ts'
import { runChecks } from './run-checks.ts'

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wayproof-doctor-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The checks of a data folder that failed, with their problems. */
async function problems(data: string, settings: Readonly<Record<string, string>> = {}) {
  const config = readCheckConfig(data, { WAVE_KEY_DIR: `${data}-keys`, ...settings })
  return (await runChecks(config, { locale: 'en' })).flatMap(({ name, problem, detail }) =>
    problem ? [[name, problem, detail]] : [],
  )
}

/** A data folder with a database and its key. */
async function installation(): Promise<string> {
  const data = newFolder()
  await withData(readCheckConfig(data, {}), async () => undefined)
  chmodSync(join(data, 'wayproof.key'), 0o600)
  return data
}

test('a machine without data passes, and nothing is left on it', async () => {
  const data = join(newFolder(), 'data')
  const checks = await runChecks(readCheckConfig(data, {}), { locale: 'en' })
  expect(checks.filter(({ ok }) => !ok)).toEqual([])
  expect(checks.map(({ name }) => name)).toContain('pdf')
  expect(statSync(data, { throwIfNoEntry: false })).toBeUndefined()
})

test('wave keys among data are reported, also through a link, unless there is no data and no public address yet', async () => {
  const data = await installation()
  const link = join(newFolder(), 'keys')
  symlinkSync(join(data, 'wave-keys'), link)
  const keyProblem = async (folder: string, settings: Readonly<Record<string, string>>) =>
    (await problems(folder, settings)).filter(([name]) => name === 'wave-key-folder')
  const found = (folder: string) => [['wave-key-folder', 'keys-among-data', folder]]
  expect(await keyProblem(data, { WAVE_KEY_DIR: link })).toEqual(found(link))
  expect(await keyProblem(data, { WAVE_KEY_DIR: link, ENCRYPT_ANSWERS: 'no' })).toEqual([])
  const empty = join(newFolder(), 'data')
  const inside = { WAVE_KEY_DIR: join(empty, 'wave-keys') }
  expect(await keyProblem(empty, inside)).toEqual([])
  const address = { SURVEY_URL: 'https://survey.example.com' }
  expect(await keyProblem(empty, { ...inside, ...address })).toEqual(found(inside.WAVE_KEY_DIR))
})

test('an installation without a backup, or with a file that is none, is told so', async () => {
  const data = await installation()
  const backups = join(data, 'backups')
  expect(await problems(data)).toEqual([['backup', 'backup-missing', backups]])
  mkdirSync(backups, { recursive: true })
  const file = join(backups, 'wayproof-20260101T000000.backup')
  writeFileSync(file, 'no backup')
  expect(await problems(data)).toEqual([['backup', 'backup-unreadable', file]])
  writeFileSync(file, `${JSON.stringify({ format: 'wayproof-backup-1', ties: [], madeAt: '2026-01-01T00:00:00Z' })}\n`)
  expect(await problems(data)).toEqual([
    ['backup', 'backup-old', '2026-01-01'],
    ['restore', 'restore-unproven', ''],
  ])
})

test('a key that others can read, that is another one, or that is gone is found', async () => {
  const data = await installation()
  const key = join(data, 'wayproof.key')
  chmodSync(key, 0o644)
  expect(await problems(data)).toContainEqual(['key', 'key-open', key])
  const other = await installation()
  expect(await problems(data, { KEY_FILE: join(other, 'wayproof.key') })).toEqual(
    expect.arrayContaining([['key', 'key-unusable', expect.any(String)]]),
  )
  rmSync(key)
  expect(await problems(data)).toContainEqual(['key', 'key-missing', key])
})

test('a database of an older or newer version is named and not upgraded, a damaged one is found', async () => {
  const data = await installation()
  const file = join(data, 'wayproof.db')
  const migrations = () => databaseAt(`file:${file}`).rows('SELECT count(*) AS n FROM _prisma_migrations')
  await databaseAt(`file:${file}`).run(
    'DELETE FROM _prisma_migrations WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations)',
  )
  const before = await migrations()
  expect(await problems(data)).toContainEqual(['database', 'database-older', file])
  expect(await migrations()).toEqual(before)
  await databaseAt(`file:${file}`).run(`UPDATE _prisma_migrations SET migration_name = '9999_next' WHERE rowid = 1`)
  expect(await problems(data)).toContainEqual(['database', 'database-newer', file])
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(8192, 0x5a), 0, 8192, 3 * 4096)
  expect(await problems(data)).toContainEqual(['database', 'database-damaged', file])
})

test('a folder that cannot be written and a silent mail server are named', async () => {
  const data = join(newFolder(), 'data')
  const file = join(newFolder(), 'a-file')
  writeFileSync(file, '')
  await onFreePort(4760, async (port) => {
    const found = await problems(data, { BACKUP_DIR: file, SMTP_URL: `smtp://127.0.0.1:${port}` })
    expect(found).toEqual([
      ['backup-folder', 'not-writable', file],
      ['mail-server', 'mail-server-silent', expect.stringContaining('ECONNREFUSED')],
    ])
  })
})

test('a certificate of the mail server that ends soon or has ended is named; a server without TLS has none', async () => {
  const data = join(newFolder(), 'data')
  // The server's built-in certificate has expired.
  const withTls = await sinkServer({ disabledCommands: ['AUTH'] })
  expect(await problems(data, { SMTP_URL: withTls.url })).toContainEqual([
    'mail-certificate',
    'certificate-ending',
    expect.stringMatching(/^20\d\d-/),
  ])
  const without = await sinkServer()
  expect(await problems(data, { SMTP_URL: without.url })).toEqual([])
})
