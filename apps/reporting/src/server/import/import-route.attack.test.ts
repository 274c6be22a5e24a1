import { Readable } from 'node:stream'
import { readAllRows } from '@wayproof/evidence/import/read-table'
import { workbookOf } from '@wayproof/evidence/testing/a-workbook'
import { expect, test } from 'vitest'
import { openImport, sessions } from '../testing/open-import.ts'
import { readingOf } from './profiles.ts'
import { type ReadLimits, readFile } from './read-file.ts'

const MEGABYTE = 1024 * 1024

test('a workbook with too many texts ends its reading process, and the server goes on', async () => {
  const { upload } = await openImport()
  const strings = Array.from({ length: 40_000 }, (_, n) => `<t>${String(n).padEnd(200)}</t>`)
  const reading = readingOf('training-sessions', 'default')
  if (!reading) throw new Error('no profile')
  async function* bomb() {
    yield workbookOf({
      sheets: [{ rows: [['quarter', 'heldOn']] }],
      strings: [...strings, ...strings, ...strings, ...strings],
    })
  }
  const read = readAllRows(readFile(bomb(), reading, { megabytes: 24, milliseconds: 60_000 }))
  expect(await read).toMatchObject({
    fault: { code: 'import-too-hungry' },
  })
  expect((await upload('training-sessions', sessions)).status).toBe(200)
})

test('300 MB are refused: at once if the length is known, else after 256 MB', async () => {
  const { upload } = await openImport()
  expect((await upload('partners', 'x', '', { 'content-length': String(300 * MEGABYTE) })).status).toBe(413)
  let sentBytes = 0
  const chunk = new Uint8Array(MEGABYTE).fill(0x61)
  const endless = new ReadableStream({
    pull: (controller) => {
      sentBytes += 1
      controller.enqueue(chunk)
    },
  })
  const answer = await upload('partners', endless)
  expect([answer.status, (await answer.json()).fault.code]).toEqual([413, 'too-large'])
  expect(sentBytes).toBeLessThan(270)
})

test('a reading process that takes too long or too much memory is ended', async () => {
  const reading = readingOf('training-sessions', 'default')
  if (!reading) throw new Error('no profile')
  const row = new TextEncoder().encode(sessions)
  async function* slow() {
    yield row
    await new Promise((resolve) => setTimeout(resolve, 3_000))
  }
  const read = (source: AsyncIterable<Uint8Array>, limits: ReadLimits) => readAllRows(readFile(source, reading, limits))
  expect(await read(slow(), { megabytes: 64, milliseconds: 1_000 })).toMatchObject({
    fault: { code: 'import-too-slow' },
  })
  async function* wide() {
    yield new TextEncoder().encode(`${Array.from({ length: 140_000 }, (_, i) => i).join()},quarter,heldOn\n`)
    yield new TextEncoder().encode(`${','.repeat(139_999)}x,2026-Q1,2026-02-03\n`)
  }
  expect(await read(wide(), { megabytes: 12, milliseconds: 60_000 })).toMatchObject({
    fault: { code: 'import-too-hungry' },
  })
  expect(await read(wide(), { megabytes: 128, milliseconds: 60_000 })).toMatchObject({ ok: true })
})

test('a long file is read in pieces, no faster than they are consumed, and stopping early ends the process', async () => {
  const reading = readingOf('training-sessions', 'default')
  if (!reading) throw new Error('no profile')
  let sentBytes = 0
  async function* long() {
    yield new TextEncoder().encode('quarter,heldOn\n')
    const rows = new TextEncoder().encode('2026-Q1,2026-02-03\n'.repeat(10_000))
    for (; sentBytes < 60; sentBytes += 1) yield rows
  }
  for await (const readPiece of readFile(long(), reading)) {
    expect(readPiece.kind).toBe('rows')
    // Long enough that not all of it fits into the buffers of a waiting process.
    await new Promise((resolve) => setTimeout(resolve, 2_500))
    break
  }
  expect(sentBytes).toBeLessThan(20)
})

const asStream = (chunks: AsyncIterable<Uint8Array>) =>
  Readable.toWeb(Readable.from(chunks)) as ReadableStream<Uint8Array<ArrayBuffer>>

/** A file that ends only when the sender says so. */
function slow() {
  const { promise, resolve } = Promise.withResolvers<void>()
  async function* chunks() {
    yield new TextEncoder().encode('quarter,heldOn\n')
    await promise
    yield new TextEncoder().encode('2026-Q1,2026-02-03\n')
  }
  return { body: asStream(chunks()), done: () => resolve() }
}

test('slow uploads of one user delay no one else, and are imported when they are complete', async () => {
  const { upload, join, send } = await openImport()
  const otherPerson = await join('human-resources')
  const files = [slow(), slow(), slow()]
  const uploads = files.map(({ body }) => upload('training-sessions', body))
  const quick = await send('/import/training-sessions?dryRun=false&fileName=file.csv', {
    method: 'POST',
    body: sessions,
    headers: { cookie: otherPerson.cookie, 'content-type': 'application/octet-stream' },
  })
  expect(await quick.json()).toMatchObject({ ok: true, report: { added: 2 } })
  const fourth = await upload('training-sessions', sessions)
  expect([fourth.status, (await fourth.json()).fault.code]).toEqual([409, 'import-busy'])
  for (const { done } of files) done()
  for (const answer of await Promise.all(uploads)) {
    expect(await answer.json()).toMatchObject({ ok: true, report: { unchanged: 1 } })
  }
})

test('an interrupted upload leaves nothing behind, and the next one is accepted', async () => {
  const { upload } = await openImport()
  async function* brokenUpload() {
    yield new TextEncoder().encode('quarter,heldOn\n')
    throw new Error('gone')
  }
  const answer = await upload('training-sessions', asStream(brokenUpload()))
  expect((await answer.json()).fault).toEqual({ code: 'upload-broken' })
  expect(await (await upload('training-sessions', sessions)).json()).toMatchObject({ ok: true, report: { added: 2 } })
})
