import { writeFileSync } from 'node:fs'
import { temporaryFile } from '@wayproof/database/testing/temporary-file'
import { expect, test } from 'vitest'
import { filePieces } from './file-pieces.ts'
import { findNeedles, needles } from './needles.ts'

test('bytes across the edge of two pieces are found once, with the bytes before and after them', () => {
  const path = temporaryFile()
  const edge = 1 << 22
  const texts = Array.from({ length: 40 }, (_, n) => `needle-${String(n).padStart(9, '0')}`)
  const places = new Map(texts.map((text, n) => [text, edge - 640 + n * 32]))
  const bytes = Buffer.alloc(2 * edge + 5, '.')
  for (const [text, at] of places) bytes.write(`<<<<<<${text}>>>>>>`, at - 6)
  bytes.write('needle-000000000', bytes.length - 16)
  writeFileSync(path, bytes)

  const found: (readonly [string, string])[] = []
  let before = 0
  for (const piece of filePieces(path)) {
    for (const [at, needle] of findNeedles(piece, needles(places, 16))) {
      found.push([needle, piece.bytes.toString('latin1', at - 6, at + 22)])
      if (needle !== texts[0]) expect(before + at - piece.from).toBe(places.get(needle))
    }
    before += piece.to - piece.from
  }
  expect(before).toBe(bytes.length)
  expect(found.slice(0, -1)).toEqual(texts.map((text) => [text, `<<<<<<${text}>>>>>>`]))
  expect(found.at(-1)?.[0]).toBe(texts[0])
})
