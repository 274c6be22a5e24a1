import { brotliCompressSync, constants, crc32, deflateRawSync } from 'node:zlib'
import type { Encoding } from './compressed.ts'

/** A page set and packed once, with one gap for what differs from sight to sight. */
export interface PreparedPage {
  /** The page with `filling` (ASCII, under 1 KB, safe in HTML) in the gap, ready to send; `null` is not packed. */
  body(encoding: Encoding | null, filling: string): Buffer
}

/**
 * Cuts `html` at `gap`, which stands in it once and near its end. What comes before is packed here, as tightly as can be;
 * the rest follows it unpacked, in a block of its own, as both formats allow (RFC 1951 3.2.4, RFC 7932 9.2).
 */
export function preparePage(html: string, gap: string): PreparedPage {
  const [before = '', after, ...more] = html.split(gap)
  if (after === undefined || more.length > 0) throw new Error('a page is prepared with exactly one gap')
  const plain = Buffer.from(before)
  const checked = crc32(plain)
  const gzip = Buffer.concat([GZIP_HEAD, deflateRawSync(plain, { level: 9, finishFlush: constants.Z_SYNC_FLUSH })])
  const brotli = brotliCompressSync(plain, {
    finishFlush: constants.BROTLI_OPERATION_FLUSH,
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    },
  })
  return {
    body: (encoding, filling) => {
      const rest = Buffer.from(filling + after)
      if (encoding === 'br') return Buffer.concat([brotli, brotliBlock(rest.length), rest, BROTLI_END])
      if (encoding === null) return Buffer.concat([plain, rest])
      const end = gzipEnd(crc32(rest, checked), plain.length + rest.length)
      return Buffer.concat([gzip, storedBlock(rest.length), rest, end])
    },
  }
}

/** RFC 1952: deflate, no name, no time, no system. */
const GZIP_HEAD = Buffer.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255)

/** The head of the last block of a deflate stream, whose `length` bytes follow as they are. */
function storedBlock(length: number): Buffer {
  const head = Buffer.of(1, 0, 0, 0, 0)
  head.writeUInt16LE(length, 1)
  head.writeUInt16LE(~length & 0xffff, 3)
  return head
}

function gzipEnd(checksum: number, length: number): Buffer {
  const end = Buffer.alloc(8)
  end.writeUInt32LE(checksum, 0)
  end.writeUInt32LE(length, 4)
  return end
}

/** The head of a block of a Brotli stream: not the last (1 bit), 4 nibbles of length (2), length - 1 (16), unpacked (1). */
function brotliBlock(length: number): Buffer {
  const head = Buffer.alloc(3)
  head.writeUIntLE(((length - 1) << 3) | (1 << 19), 0, 3)
  return head
}

/** The last block of a Brotli stream, empty. */
const BROTLI_END = Buffer.of(3)
