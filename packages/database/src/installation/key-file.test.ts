import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemTokens } from '@wayproof/kernel/system'
import { expect, onTestFinished, test } from 'vitest'
import { addGeneration, openKeyFile, readKeyFile } from './key-file.ts'

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'wayproof-key-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

const databaseBeside = (path: string) => `file:${join(path, '..', 'wayproof.db')}`

test('the key is created once, readable by its owner only, and read again', async () => {
  const path = join(folder(), 'data', 'wayproof.key')
  const first = await openKeyFile(path, systemTokens, databaseBeside(path))
  const second = await openKeyFile(path, systemTokens, databaseBeside(path))
  expect(first).toMatchObject({ ok: true, value: { made: true } })
  expect(second).toMatchObject({ ok: true, value: { made: false } })
  expect(first.ok && second.ok && Buffer.from(first.value.keys[0]).equals(second.value.keys[0])).toBe(true)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(statSync(join(path, '..')).mode & 0o777).toBe(0o700)
  expect(readFileSync(path, 'utf8')).toMatch(/^[0-9a-f]{64}\ndatabase none\n$/)
  expect(readdirSync(join(path, '..'))).toEqual(['wayproof.key'])
})

test('a truncated or changed key is refused and not overwritten', async () => {
  const path = join(folder(), 'wayproof.key')
  writeFileSync(path, 'abc')
  expect(await openKeyFile(path, systemTokens, databaseBeside(path))).toEqual({
    ok: false,
    fault: { code: 'key-file-wrong', figures: { path } },
  })
  expect(readFileSync(path, 'utf8')).toBe('abc')
})

test('a path that cannot contain a key is a fault', async () => {
  const path = join(folder(), 'file')
  writeFileSync(path, '')
  expect(await openKeyFile(join(path, 'wayproof.key'), systemTokens, databaseBeside(path))).toMatchObject({
    ok: false,
    fault: { code: 'key-file-unreadable' },
  })
})

test('no new key is created for an existing database, because its addresses could not be decrypted', async () => {
  const path = join(folder(), 'wayproof.key')
  writeFileSync(join(path, '..', 'wayproof.db'), 'SQLite format 3\0')
  expect(await openKeyFile(path, systemTokens, databaseBeside(path))).toMatchObject({
    ok: false,
    fault: { code: 'key-file-missing', figures: { path } },
  })
  expect(readdirSync(join(path, '..'))).toEqual(['wayproof.db'])
})

const KEY = 'a7'.repeat(32)

test.each([
  ['that remembers its database', `${KEY}\ndatabase d-1\n`],
  ['that was made before keys remembered one', `${KEY}\n`],
  ['with line ends of another system', `${KEY}\r\ndatabase d-1\r\n`],
])('no empty database is created beside a key %s, unless the operator asks for it', async (_, text) => {
  const path = join(folder(), 'wayproof.key')
  const database = join(path, '..', 'wayproof.db')
  writeFileSync(path, text)
  const refused = { ok: false, fault: { code: 'database-missing', figures: { path: database } } }
  expect(await openKeyFile(path, systemTokens, `file:${database}`)).toEqual(refused)
  writeFileSync(database, '')
  expect(await openKeyFile(path, systemTokens, `file:${database}`)).toEqual(refused)
  expect(readFileSync(path, 'utf8')).toBe(text)
  const asked = await openKeyFile(path, systemTokens, `file:${database}`, { startEmpty: true })
  expect(asked).toMatchObject({ ok: true, value: { made: false, databaseId: null, keys: [Buffer.from(KEY, 'hex')] } })
  expect(readFileSync(path, 'utf8')).toBe(`${KEY}\ndatabase none\n`)
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('a key remembers the database that it opened', async () => {
  const path = join(folder(), 'wayproof.key')
  const first = await openKeyFile(path, systemTokens, databaseBeside(path))
  if (first.ok) first.value.remember('d-2')
  writeFileSync(join(path, '..', 'wayproof.db'), 'SQLite format 3\0')
  expect(await openKeyFile(path, systemTokens, databaseBeside(path))).toMatchObject({ value: { databaseId: 'd-2' } })
  expect(readdirSync(join(path, '..')).sort()).toEqual(['wayproof.db', 'wayproof.key'])
})

/** The keys of a file in hex, or the code of its fault. */
function keysIn(path: string): readonly string[] | string {
  const read = readKeyFile(path, systemTokens)
  return read.ok ? read.value.keys.map((key) => Buffer.from(key).toString('hex')) : read.fault.code
}

test('a generation is added as a line of its own, and earlier lines stay', () => {
  const path = join(folder(), 'wayproof.key')
  writeFileSync(path, `${KEY}\ndatabase d-1\n`)
  expect(addGeneration(path, systemTokens)).toMatchObject({ ok: true })
  expect(addGeneration(path, systemTokens)).toMatchObject({ ok: true })
  const text = readFileSync(path, 'utf8')
  expect(text).toMatch(/^[0-9a-f]{64}\ndatabase d-1\ngeneration 2 [0-9a-f]{64}\ngeneration 3 [0-9a-f]{64}\n$/)
  expect(keysIn(path)).toEqual([KEY, ...[...text.matchAll(/generation \d (\S+)/g)].map(([, hex]) => hex)])
  expect(new Set(keysIn(path)).size).toBe(3)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(readdirSync(join(path, '..'))).toEqual(['wayproof.key'])
})

test('a generation is added to a key that does not remember its database', () => {
  const path = join(folder(), 'wayproof.key')
  writeFileSync(path, KEY)
  addGeneration(path, systemTokens)
  expect(readFileSync(path, 'utf8')).toMatch(/^[0-9a-f]{64}\ngeneration 2 [0-9a-f]{64}\n$/)
  expect(keysIn(path)).toHaveLength(2)
})

const LATER = 'b8'.repeat(32)

test.each([
  ['whose second generation is missing', `${KEY}\ndatabase d-1\ngeneration 3 ${LATER}\n`],
  ['with a generation twice', `${KEY}\ndatabase d-1\ngeneration 2 ${LATER}\ngeneration 2 ${LATER}\n`],
  ['with a shortened generation', `${KEY}\ndatabase d-1\ngeneration 2 ${LATER.slice(1)}\n`],
  ['with an unknown line', `${KEY}\ndatabase d-1\nversion 2 ${LATER}\n`],
])('a key file %s is refused', (_, text) => {
  const path = join(folder(), 'wayproof.key')
  writeFileSync(path, text)
  expect(keysIn(path)).toBe('key-file-wrong')
})

test('a process that read the key before a rotation does not remove its generation', async () => {
  const path = join(folder(), 'wayproof.key')
  const read = await openKeyFile(path, systemTokens, databaseBeside(path))
  addGeneration(path, systemTokens)
  if (read.ok) read.value.remember('d-3')
  expect(readFileSync(path, 'utf8')).toMatch(/^[0-9a-f]{64}\ndatabase d-3\ngeneration 2 [0-9a-f]{64}\n$/)
})

test('a start with an empty database keeps all generations', async () => {
  const path = join(folder(), 'wayproof.key')
  writeFileSync(path, `${KEY}\ndatabase d-1\ngeneration 2 ${LATER}\n`)
  const opened = await openKeyFile(path, systemTokens, databaseBeside(path), { startEmpty: true })
  expect(opened).toMatchObject({ ok: true, value: { databaseId: null } })
  expect(readFileSync(path, 'utf8')).toBe(`${KEY}\ndatabase none\ngeneration 2 ${LATER}\n`)
})

test('no generation is added to a link, whose file another program provides', () => {
  const [path, provided] = [join(folder(), 'wayproof.key'), join(folder(), 'secret')]
  writeFileSync(provided, `${KEY}\ndatabase d-1\n`)
  symlinkSync(provided, path)
  expect(addGeneration(path, systemTokens)).toEqual({
    ok: false,
    fault: { code: 'key-file-read-only', figures: { path } },
  })
  expect(readFileSync(provided, 'utf8')).toBe(`${KEY}\ndatabase d-1\n`)
})
