import { brotliCompressSync, constants, crc32, deflateRawSync } from 'node:zlib'
import type { ContentEncoding } from '@wayproof/kernel/http/content-encoding'

/** A page rendered and compressed once, with one slot for the text that differs per request. */
export interface PreparedPage {
  /**
   * The page with `filling` (ASCII, under 1 KB, safe in HTML) in the slot, as a string with one character (at most
   * U+00FF) per byte; `null` is uncompressed. A string lets Node send head and body in one write. `padding` spaces
   * (under 8 KB) follow.
   */
  body(encoding: ContentEncoding | null, filling: string, padding?: number): string
  /** Bytes before the slot, as sent. */
  size(encoding: ContentEncoding | null): number
}

/**
 * Splits `html` at `gap`, which occurs once, near the end. The part before it is compressed here at the highest level;
 * the rest follows uncompressed in a block of its own, as both formats allow (RFC 1951 3.2.4, RFC 7932 9.2).
 */
export function preparePage(html: string, gap: string): PreparedPage {
  const [before = '', after, ...extraParts] = html.split(gap)
  if (after === undefined || extraParts.length > 0) throw new Error('a page is prepared with exactly one gap')
  const start = Buffer.from(before)
  const checked = crc32(start)
  const end = textOf(Buffer.from(after))
  const [plainText, gzip, brotli] = [
    textOf(start),
    textOf(GZIP_HEAD) + textOf(deflateRawSync(start, { level: 9, finishFlush: constants.Z_SYNC_FLUSH })),
    textOf(
      brotliCompressSync(start, {
        finishFlush: constants.BROTLI_OPERATION_FLUSH,
        params: {
          [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        },
      }),
    ),
  ]
  return {
    size: (encoding) => (encoding === 'br' ? brotli : encoding === null ? plainText : gzip).length,
    body: (encoding, filling, padding = 0) => {
      const ending = filling + end + ' '.repeat(padding)
      if (encoding === 'br') return brotli + brotliBlock(ending.length) + ending + BROTLI_END
      if (encoding === null) return plainText + ending
      return (
        gzip +
        storedBlock(ending.length) +
        ending +
        gzipEnd(crc32(Buffer.from(ending, 'latin1'), checked), start.length + ending.length)
      )
    },
  }
}

const textOf = (bytes: Buffer): string => bytes.toString('latin1')

/** RFC 1952 header: deflate, no name, no time, no system. */
const GZIP_HEAD = Buffer.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255)

/** Header of the last block of a deflate stream, followed by `length` stored bytes. */
function storedBlock(length: number): string {
  const head = Buffer.of(1, 0, 0, 0, 0)
  head.writeUInt16LE(length, 1)
  head.writeUInt16LE(~length & 0xffff, 3)
  return textOf(head)
}

function gzipEnd(checksum: number, length: number): string {
  const end = Buffer.alloc(8)
  end.writeUInt32LE(checksum, 0)
  end.writeUInt32LE(length, 4)
  return textOf(end)
}

/** Header of a Brotli block: not the last (1 bit), 4 nibbles of length (2), length - 1 (16), uncompressed (1). */
function brotliBlock(length: number): string {
  const head = ((length - 1) << 3) | (1 << 19)
  return String.fromCharCode(head & 0xff, (head >> 8) & 0xff, head >> 16)
}

/** The empty last block of a Brotli stream. */
const BROTLI_END = String.fromCharCode(3)
