import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileOf } from '../../testing/a-file.ts'
import { plainProfile } from '../profile.ts'
import { csvCells, csvRecords, endOfRecords, readCsv } from '../read-source.ts'
import { UnreadableFile } from '../read-text.ts'

// Texts over a small alphabet, so that quotes, delimiters and line ends meet in every order.
const text = fc
  .array(fc.constantFrom('a', 'b ', ',', ',', '"', '"', '""', '\n', '\r\n', '\r', '"a,b"', '"x\ny"', ',"",'), {
    maxLength: 30,
  })
  .map((parts) => parts.join(''))

function parsed(csv: string): string[][] | null {
  try {
    return parse(csv, { record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true })
  } catch {
    return null
  }
}

async function read(csv: string, size: number) {
  const rows: unknown[] = []
  try {
    for await (const piece of readCsv(fileOf(csv, size), { ...plainProfile, columns: {} }, 1e6, () => {}))
      rows.push(...piece)
  } catch (error) {
    if (error instanceof UnreadableFile) return null
    throw error
  }
  return rows
}

test('the fast path accepts and rejects the same records as the library', async () => {
  await fc.assert(
    fc.asyncProperty(text, fc.constantFrom(1, 3, 100), async (csv, size) => {
      const rows = parsed(csv)
        ?.map((cells, i) => ({ rowNumber: i + 1, cells }))
        .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
      expect(await read(csv, size)).toEqual(rows ?? null)
    }),
    { numRuns: 3_000 },
  )
})

test('a record that spans two chunks of a long file is read whole', async () => {
  const filler = 'x,y\n'.repeat(2 ** 13 - 8)
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 32_700, max: 32_800 }), async (csv, size) => {
      const whole = `${filler}${csv}\n${filler}${csv}\n`
      const rows = parsed(whole)?.filter((cells) => cells.some((cell) => cell.trim() !== ''))
      expect((await read(whole, size))?.map((row) => (row as { cells: unknown }).cells)).toEqual(rows)
    }),
    { numRuns: 60 },
  )
})

test('a text is split only at record ends, without loss', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const rows = parsed(before + after)
      fc.pre(rows !== null)
      const whole = before + after
      const end = endOfRecords(before)
      expect([...(parsed(whole.slice(0, end)) ?? []), ...(parsed(whole.slice(end)) ?? [])]).toEqual(rows)
    }),
    { numRuns: 3_000 },
  )
})

test('a quoted record of half a million lines is read as one record in linear time', () => {
  const long = `"${'\n'.repeat(500_000)}"`
  expect([...csvRecords(`a\n${long}\nb`)]).toEqual(['a', long, 'b'])
  expect(csvCells('a,"b ""c"", d",', ',')).toEqual(['a', 'b "c", d', ''])
})

test.each(['"a",', '""', '"', 'a"', '"\r"'])('a megabyte of %j is scanned once', (piece) => {
  // Searching back from each quote to the last line end takes more than a minute, over the time limit of a test.
  expect(() => endOfRecords(piece.repeat(1_000_000 / piece.length))).not.toThrow()
})
