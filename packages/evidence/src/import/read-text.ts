import { setImmediate as otherWork } from 'node:timers/promises'
import type { Encoding } from './profile.ts'
import type { FileFault } from './table-fault.ts'

/** Carries a fault out of a stream; `readTable` turns it into a value. */
export class UnreadableFile extends Error {
  readonly fault: FileFault

  constructor(fault: FileFault) {
    super(fault.code)
    this.fault = fault
  }
}

/** Parsing a chunk takes 5 to 40 ms; other work runs between two chunks. */
const PIECE = 1 << 13

/** Longest first, because the mark of UTF-16LE is a prefix of another one. */
const byteOrderMarks: readonly [Encoding, readonly number[]][] = [
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** PDF and gzip. ZIP and old Excel files are recognized earlier. */
const signatures: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46],
  [0x1f, 0x8b, 0x08],
]

export const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, i) => bytes[i] === byte)

/** Splits the bytes into chunks of at most 16 KB. The first chunk has at least four bytes if the file has. */
async function* pieces(source: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Uint8Array> {
  let size = 0
  let start: Uint8Array | null = new Uint8Array()
  for await (const chunk of source) {
    size += chunk.length
    if (size > maxBytes) throw new UnreadableFile({ code: 'too-large', figures: { megabytes: maxBytes / (1 << 20) } })
    const bytes: Uint8Array = start?.length ? Buffer.concat([start, chunk]) : chunk
    if (start && bytes.length < 4) {
      start = bytes
      continue
    }
    start = null
    for (let index = 0; index < bytes.length; index += PIECE) {
      yield bytes.subarray(index, index + PIECE)
      await otherWork()
    }
  }
  if (start?.length) yield start
}

/**
 * Yields the text of a file in chunks, without its byte order mark. `onBytes` receives every byte in order. Throws
 * UnreadableFile: `binary`, `bad-encoding` (bytes invalid in the encoding, or another encoding's mark), `too-large`
 * (reading stops).
 */
export async function* readText(
  source: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  maxBytes: number,
  onBytes: (bytes: Uint8Array) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
    } catch {
      throw new UnreadableFile({ code: 'bad-encoding', figures: { expected: encoding, found: '' } })
    }
  }
  let atStart = true
  const checked = (text: string): string => {
    if (text.includes('\0')) throw new UnreadableFile({ code: 'binary' })
    if (!atStart || text === '') return text
    atStart = false
    return text.startsWith('\ufeff') ? text.slice(1) : text
  }
  let first = true
  for await (const bytes of pieces(source, maxBytes)) {
    if (first) refuseOtherKinds(bytes, encoding)
    first = false
    onBytes(bytes)
    yield checked(decode(bytes))
  }
  yield checked(decode())
}

/** Encoding named by the file's byte order mark, if any. */
export const markedEncoding = (bytes: Uint8Array): Encoding | undefined =>
  byteOrderMarks.find(([, mark]) => startsWith(bytes, mark))?.[0]

function refuseOtherKinds(bytes: Uint8Array, encoding: Encoding): void {
  if (signatures.some((signature) => startsWith(bytes, signature))) throw new UnreadableFile({ code: 'binary' })
  const marked = markedEncoding(bytes)
  if (marked && marked !== encoding) {
    throw new UnreadableFile({ code: 'bad-encoding', figures: { expected: encoding, found: marked } })
  }
}
