import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { type Logo, MOST_LOGO_BYTES } from '@wayproof/kernel/brand/brand'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'

const LONGEST_SIDE = 2000
const SHORTEST_SIDE = 16

export type LogoType = 'image/png' | 'image/jpeg'

/** A picture that was read whole, so that every mail program and browser can draw it. */
export interface LogoPicture extends Logo {
  readonly type: LogoType
  readonly bytes: Uint8Array<ArrayBuffer>
}

type Size = Pick<Logo, 'width' | 'height'>

/**
 * Reads a PNG or a JPEG. Nothing else is a logo: mail programs do not draw SVG, which can also carry scripts. Faults
 * `logo-too-large` (with the most KB), `logo-not-a-picture`, `logo-damaged`, `logo-size` (with the sides in pixels).
 */
export function readLogo(bytes: Uint8Array<ArrayBuffer>): Outcome<LogoPicture> {
  if (bytes.length > MOST_LOGO_BYTES) return fail('logo-too-large', { most: MOST_LOGO_BYTES / 1024 })
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const type = buffer.indexOf(PNG) === 0 ? 'image/png' : buffer.indexOf(JPEG) === 0 ? 'image/jpeg' : null
  if (type === null) return fail('logo-not-a-picture')
  const size = type === 'image/png' ? sizeOfPng(buffer) : sizeOfJpeg(buffer)
  if (!size) return fail('logo-damaged')
  const sides = [size.width, size.height]
  if (Math.min(...sides) < SHORTEST_SIDE || Math.max(...sides) > LONGEST_SIDE)
    return fail('logo-size', { width: size.width, height: size.height, least: SHORTEST_SIDE, most: LONGEST_SIDE })
  const id = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
  return ok({ id, type, ...size, bytes })
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const JPEG = Buffer.from([0xff, 0xd8, 0xff])

/** Chunks of length, type, data and checksum, the size first and `IEND` last (PNG 5.3). Null if it is damaged. */
function sizeOfPng(bytes: Buffer): Size | null {
  let size: Size | null = null
  let hasPixels = false
  for (let at = PNG.length; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    const end = at + 12 + length
    if (end > bytes.length || crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return null
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (size === null) {
      if (type !== 'IHDR' || length !== 13) return null
      size = { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) }
    }
    if (type === 'IDAT') hasPixels = true
    if (type === 'IEND') return hasPixels && end === bytes.length ? size : null
    at = end
  }
  return null
}

/** Segments of marker and length up to the pixels, which end with the file (JPEG B.1.1). Null if it is damaged. */
function sizeOfJpeg(bytes: Buffer): Size | null {
  let size: Size | null = null
  if (bytes.readUInt16BE(bytes.length - 2) !== 0xffd9) return null
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    const length = bytes.readUInt16BE(at + 2)
    const end = at + 2 + length
    if (length < 2 || end > bytes.length) return null
    if (isFrame(marker)) {
      if (length < 8) return null
      size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    }
    if (marker === START_OF_PIXELS) return size
    at = end
  }
  return null
}

const START_OF_PIXELS = 0xda

/** Frame headers, except the tables of Huffman codes and of arithmetic coding, which have neighboring numbers. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
