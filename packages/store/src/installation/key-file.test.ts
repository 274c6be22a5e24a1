import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemTokens } from '@wayproof/kernel/system'
import { expect, onTestFinished, test } from 'vitest'
import { openKeyFile } from './key-file.ts'

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
  expect(first.ok && second.ok && Buffer.from(first.value.key).equals(second.value.key)).toBe(true)
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
  expect(asked).toMatchObject({ ok: true, value: { made: false, databaseId: null, key: Buffer.from(KEY, 'hex') } })
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
