import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { temporaryFile } from '@wayproof/database/testing/temporary-file'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { makeKeyPair } from '@wayproof/kernel/secrets/sealed-stream'
import { systemTokens } from '@wayproof/kernel/system'
import { openedWave } from '@wayproof/survey/testing/survey-world'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { destroyBy, readHeader } from './backup-header.ts'
import { makeBackupKeys, readPublicKey, readSecretKey } from './backup-key.ts'
import { makeBackup } from './make-backup.ts'
import { headerOf } from './sealed-file.ts'
import { backedUpWorld, fileAt } from './testing/backed-up-world.ts'

const folderOf = (file: string) => dirname(file)
const elsewhere = (file: string) => join(folderOf(file), 'elsewhere')

async function backedUp() {
  const world = await backedUpWorld()
  await openedWave(world, 200)
  return { ...world, file: await world.backup('one.backup') }
}

test('a backup is readable by its owner only, shows without a key until when it may exist, and contains nothing readable', async () => {
  const { file } = await backedUp()
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const line = headerOf(file)
  const header = line && readHeader(line)
  expect(header).toMatchObject({ format: 'wayproof-backup-1', madeAt: '2026-07-01T01:00:00.000Z' })
  expect(header?.ties).toEqual([{ period: '2026-H1', destroyBy: '2026-08-30' }])
  expect(header && destroyBy(header)).toBe('2026-08-30')
  const bytes = readFileSync(file)
  for (const readable of ['SQLite format', 'C-17', 'CREATE TABLE', 'invitation'])
    expect(bytes.includes(readable)).toBe(false)
  expect(readdirSync(folderOf(file)).filter((name) => name.includes('.part') || name.includes('-copy-'))).toEqual([])
})

test('a backup in a folder has a name with its moment and the last day on which it may exist', async () => {
  const world = await backedUpWorld()
  await openedWave(world, 20)
  const made = await makeBackup({
    waveKeys: world.waveKeys,
    database: fileAt(world.database.file),
    dataFolder: world.folder,
    target: folderOf(world.database.file),
    isFolder: true,
    publicKey: world.keys.publicKey,
    keyring: world.ports.keyring,
    timeZone: 'Asia/Shanghai',
    now: Date.parse('2026-07-05T08:30:00Z'),
  })
  expect(made.ok && made.value.file).toBe(
    join(folderOf(world.database.file), 'wayproof-20260705T083000-destroy-by-2026-08-30.backup'),
  )
})

test('a restored file is not taken for the damaged one that it replaces', async () => {
  const { file, restore } = await backedUp()
  const mark = join(elsewhere(file), 'restored.db-damaged')
  mkdirSync(elsewhere(file))
  writeFileSync(mark, JSON.stringify({ at: 1, faults: ['broken'] }))
  expect(await restore(file)).toMatchObject({ ok: true })
  expect(existsSync(mark)).toBe(false)
})

test('a backup replaces no file', async () => {
  const { file, backup } = await backedUp()
  const before = readFileSync(file)
  await expect(backup('one.backup')).rejects.toThrow('backup-exists')
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('a backup with any changed bit, or truncated anywhere, is refused and leaves nothing behind', async () => {
  const { file, restore } = await backedUp()
  const whole = readFileSync(file)
  const broken = join(folderOf(file), 'broken.backup')
  const refused = async (bytes: Uint8Array) => {
    writeFileSync(broken, bytes)
    const restored = await restore(broken)
    expect(restored.ok ? 'restored' : restored.fault.code).toMatch(/^(not-a-backup|backup-damaged|backup-other-key)$/)
    expect(readdirSync(elsewhere(file))).toEqual([])
  }
  await restore(broken)
  mkdirSync(elsewhere(file), { recursive: true })
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (at, bit) => {
      const bytes = Buffer.from(whole)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
      await refused(bytes)
    }),
    { numRuns: 150 },
  )
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), (length) => refused(whole.subarray(0, length))),
    { numRuns: 60 },
  )
  // At the edges of chunks, and with bytes after the end.
  const begin = (headerOf(file)?.length ?? 0) + 80
  for (let at = begin; at < whole.length; at += 65_552) await refused(whole.subarray(0, at))
  await refused(Buffer.concat([whole, Buffer.from([0])]))
  expect((await restore(file)).ok).toBe(true)
})

test('a restore fails with the key of another pair, and with the key file of another installation', async () => {
  const { file, restore } = await backedUp()
  expect(await restore(file, { keys: makeKeyPair() })).toMatchObject({ fault: { code: 'backup-other-key' } })
  const other = keyring(new Uint8Array(32).fill(6))
  expect(await restore(file, { keyring: other })).toMatchObject({ fault: { code: 'backup-other-installation' } })
  expect(readdirSync(elsewhere(file))).toEqual([])
})

test.each(['', '-wal', '-shm', '-journal'])('a restore fails beside an existing database%s', async (end) => {
  const { file, restore } = await backedUp()
  const database = join(elsewhere(file), 'restored.db')
  mkdirSync(elsewhere(file))
  writeFileSync(`${database}${end}`, 'what is left of another')
  expect(await restore(file)).toEqual({
    ok: false,
    fault: { code: 'place-not-empty', figures: { path: `${database}${end}` } },
  })
  expect(readdirSync(elsewhere(file))).toEqual([`restored.db${end}`])
  expect(readFileSync(`${database}${end}`, 'utf8')).toBe('what is left of another')
})

test('a file that is not a backup is refused', async () => {
  const { file, restore } = await backedUp()
  const text = join(folderOf(file), 'text')
  writeFileSync(text, '{"format":"another"}\n')
  expect(await restore(text)).toMatchObject({ fault: { code: 'not-a-backup' } })
  writeFileSync(text, '')
  expect(await restore(text)).toMatchObject({ fault: { code: 'not-a-backup' } })
  expect(await restore(join(text, 'nothing'))).toMatchObject({ fault: { code: 'backup-missing' } })
})

test('a pair of backup keys is created once, readable by its owner only, and each file is recognized by its form', () => {
  const folder = folderOf(temporaryFile())
  const [publicFile, secretFile] = [join(folder, 'pub'), join(folder, 'secret')]
  expect(makeBackupKeys({ publicFile, secretFile }, systemTokens).ok).toBe(true)
  for (const file of [publicFile, secretFile]) expect(statSync(file).mode & 0o777).toBe(0o600)
  const [read, pair] = [readPublicKey(publicFile), readSecretKey(secretFile)]
  expect(read.ok && pair.ok && Buffer.from(read.value).equals(pair.value.publicKey)).toBe(true)
  expect(readPublicKey(secretFile)).toMatchObject({ fault: { code: 'backup-key-wrong' } })
  expect(readSecretKey(publicFile)).toMatchObject({ fault: { code: 'backup-key-wrong' } })
  expect(readSecretKey(join(folder, 'none'))).toMatchObject({ fault: { code: 'backup-key-missing' } })
  expect(makeBackupKeys({ publicFile, secretFile: join(folder, 'more') }, systemTokens)).toMatchObject({
    fault: { code: 'backup-key-exists', figures: { path: publicFile } },
  })
})
