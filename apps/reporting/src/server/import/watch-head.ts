import { isWorkbook } from '@wayproof/evidence/import/read-source'

interface WatchedFile {
  readonly source: AsyncIterable<Uint8Array>
  /** True if the first bytes are not those of a workbook. */
  readonly isText: () => boolean
}

const HEAD_BYTES = 4

/** Passes a file on and remembers its first bytes. */
export function watchHead(source: AsyncIterable<Uint8Array>): WatchedFile {
  let head: Uint8Array = new Uint8Array()
  async function* watched(): AsyncGenerator<Uint8Array> {
    for await (const bytes of source) {
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, bytes.subarray(0, HEAD_BYTES - head.length)])
      yield bytes
    }
  }
  return { source: watched(), isText: () => head.length > 0 && !isWorkbook(head) }
}
