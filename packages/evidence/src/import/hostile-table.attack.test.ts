import { expect, test } from 'vitest'
import { fileOf } from '../testing/a-file.ts'
import type { Field } from './field.ts'
import { plainProfile } from './profile.ts'
import { MAX_BYTES } from './read-source.ts'
import { MAX_ROWS_HELD, readTable } from './read-table.ts'

const fields = [{ name: 'id', kind: 'text', required: true }] as const satisfies readonly Field[]
const read = (source: AsyncIterable<Uint8Array>) =>
  readTable(source, fields, { ...plainProfile, columns: { id: 'id' } })
const bytes = (text: string) => new TextEncoder().encode(text)

test('a stream of 300 MB is cut off at 256 MB', async () => {
  let sent = 0
  async function* endless() {
    yield bytes('id,rest\n')
    const megabyte = bytes(`a,${'x'.repeat(2 ** 18 - 3)}\n`.repeat(4))
    for (let i = 0; i < 300; i += 1) {
      sent += megabyte.length
      yield megabyte
    }
  }
  expect(await read(endless())).toEqual({ ok: false, fault: { code: 'too-large', figures: { megabytes: 256 } } })
  expect(sent).toBeLessThanOrEqual(MAX_BYTES + 2 ** 20)
})

test('reading stops at half a million rows', async () => {
  async function* many() {
    yield bytes('id\n')
    for (let i = 0; i < 100; i += 1) yield bytes('a\n'.repeat(10_000))
  }
  expect(await read(many())).toEqual({ ok: false, fault: { code: 'too-many-rows', figures: { rows: MAX_ROWS_HELD } } })
})

test('an unclosed quote ends the reading early and reports its row', async () => {
  let sent = 0
  async function* unclosed() {
    yield bytes('id\na\n"')
    for (let i = 0; i < 80; i += 1) {
      sent += 1
      yield bytes('x,y\n'.repeat(16_384))
    }
  }
  expect(await read(unclosed())).toEqual({ ok: false, fault: { code: 'not-csv', figures: { row: 3 } } })
  expect(sent).toBeLessThan(80)
  expect(await read(fileOf('id\n"a'))).toEqual({ ok: false, fault: { code: 'not-csv', figures: { row: 2 } } })
  expect(await read(fileOf('id\n"a"b\n'))).toMatchObject({ ok: false, fault: { code: 'not-csv' } })
})

test('a file of 10,000 columns is read for the one column it needs', async () => {
  const others = Array.from({ length: 9_999 }, (_, i) => `c${i}`)
  const table = await read(fileOf(`${others.join(',')},id\n${`${'1,'.repeat(9_999)}me\n`.repeat(20)}`))
  expect(table.ok && [table.value.rowCount, table.value.rows[19]?.cells]).toEqual([20, { id: 'me' }])
})

test('an error of the source stream is passed on', async () => {
  async function* broken() {
    yield bytes('id\na\n')
    throw new Error('the disk is gone')
  }
  await expect(read(broken())).rejects.toThrow('the disk is gone')
})

test('other work runs between the chunks of a file that is already in memory', async () => {
  let turns = 0
  let reading = true
  const turn = () => {
    turns += 1
    if (reading) setImmediate(turn)
  }
  setImmediate(turn)
  await read(fileOf(`id\n${'abc\n'.repeat(2 ** 18)}`, 2 ** 21))
  reading = false
  expect(turns).toBeGreaterThanOrEqual(12)
})
