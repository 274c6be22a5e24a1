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

test('the key is made once, for its owner only, and read again', () => {
  const path = join(folder(), 'data', 'wayproof.key')
  const first = openKeyFile(path, systemTokens, databaseBeside(path))
  const second = openKeyFile(path, systemTokens, databaseBeside(path))
  expect(first).toMatchObject({ ok: true, value: { made: true } })
  expect(second).toMatchObject({ ok: true, value: { made: false } })
  expect(first.ok && second.ok && Buffer.from(first.value.key).equals(second.value.key)).toBe(true)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(statSync(join(path, '..')).mode & 0o777).toBe(0o700)
  expect(readFileSync(path, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/)
  expect(readdirSync(join(path, '..'))).toEqual(['wayproof.key'])
})

test('a key that was cut or changed is refused and left alone', () => {
  const path = join(folder(), 'wayproof.key')
  writeFileSync(path, 'abc')
  expect(openKeyFile(path, systemTokens, databaseBeside(path))).toEqual({
    ok: false,
    fault: { code: 'key-file-wrong', figures: { path } },
  })
  expect(readFileSync(path, 'utf8')).toBe('abc')
})

test('a place that cannot hold a key is told', () => {
  const path = join(folder(), 'file')
  writeFileSync(path, '')
  expect(openKeyFile(join(path, 'wayproof.key'), systemTokens, databaseBeside(path))).toMatchObject({
    ok: false,
    fault: { code: 'key-file-unreadable' },
  })
})

test('no new key is made for a database that is there: nothing would open its addresses', () => {
  const path = join(folder(), 'wayproof.key')
  writeFileSync(join(path, '..', 'wayproof.db'), 'SQLite format 3\0')
  expect(openKeyFile(path, systemTokens, databaseBeside(path))).toMatchObject({
    ok: false,
    fault: { code: 'key-file-missing', figures: { path } },
  })
  expect(readdirSync(join(path, '..'))).toEqual(['wayproof.db'])
})
