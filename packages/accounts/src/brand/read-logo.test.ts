import { pngPicture } from '@wayproof/database/testing/png-picture'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readLogo } from './read-logo.ts'

/** A JPEG of 16 x 24 pixels from a browser, without its pixels' tables: the reader goes by the segments. */
const jpeg = (...segments: readonly string[]) =>
  new Uint8Array(
    Buffer.from(['ffd8', ...segments, 'ffda00080101000 03f00'.replaceAll(' ', ''), '1234', 'ffd9'].join(''), 'hex'),
  )
const INFO = 'ffe000104a46494600010100000100010000'
const FRAME = 'ffc0000b08001800100101 1100'.replaceAll(' ', '')

const codeOf = (bytes: Uint8Array<ArrayBuffer>) => {
  const read = readLogo(bytes)
  return read.ok ? null : read.fault.code
}
const text = (svg: string) => new Uint8Array(Buffer.from(svg))

test('a PNG and a JPEG are read with their sizes, and other pictures have other ids', () => {
  const png = readLogo(pngPicture(200, 50))
  expect(png).toMatchObject({ ok: true, value: { type: 'image/png', width: 200, height: 50 } })
  expect(readLogo(jpeg(INFO, FRAME))).toMatchObject({ ok: true, value: { type: 'image/jpeg', width: 16, height: 24 } })
  const other = readLogo(pngPicture(200, 51))
  expect(png.ok && other.ok && png.value.id !== other.value.id).toBe(true)
  expect(png.ok && png.value.id).toMatch(/^[\da-f]{16}$/)
})

test.each([
  ['logo-not-a-picture', text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ['logo-not-a-picture', text('<?xml version="1.0"?><svg/>')],
  ['logo-not-a-picture', text('GIF89a')],
  ['logo-not-a-picture', text('<html><script>alert(1)</script>')],
  ['logo-not-a-picture', new Uint8Array()],
  ['logo-too-large', new Uint8Array(5 * 1024 * 1024)],
  ['logo-too-large', pngPicture(100, 100, 'x'.repeat(64 * 1024))],
  ['logo-size', pngPicture(15, 100)],
  ['logo-size', pngPicture(2001, 20)],
  ['logo-damaged', new Uint8Array([0xff, 0xd8, 0xff])],
  ['logo-damaged', jpeg(INFO)],
  ['logo-damaged', jpeg('ff00')],
  ['logo-damaged', jpeg('ffe0ffff')],
] as const)('%s', (code, bytes) => {
  expect(codeOf(bytes)).toBe(code)
})

test('a picture that is cut, longer or changed anywhere is damaged', () => {
  const whole = pngPicture(40, 20, 'made by hand')
  fc.assert(
    fc.property(fc.integer({ min: 8, max: whole.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const changed = whole.slice()
      changed[at] = (changed[at] ?? 0) ^ change
      expect([codeOf(whole.slice(0, at)), codeOf(changed)]).toEqual(['logo-damaged', 'logo-damaged'])
    }),
  )
  expect(codeOf(new Uint8Array([...whole, ...text('<script>')]))).toBe('logo-damaged')
})
