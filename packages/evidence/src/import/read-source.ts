import { readCsv } from './csv/read-csv.ts'
import type { ImportProfile } from './profile.ts'
import { startsWith, UnreadableFile } from './read-text.ts'
import { skipTitle } from './skip-title.ts'
import type { SourceRow } from './source-row.ts'

export const MAX_BYTES = 256 * 1024 * 1024

const ZIP = [0x50, 0x4b, 0x03, 0x04]
/** XLSX is a ZIP archive, recognized by its first four bytes. */
export const isWorkbook = (head: Uint8Array): boolean => startsWith(head, ZIP)

/** Microsoft's compound file: Excel before 2007, and every encrypted workbook. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0]
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')

/**
 * Yields the non-empty rows of a CSV or XLSX file from its headings on, one chunk at a time. The bytes decide the format.
 * `fits` checks a row for the required headings; `onBytes` receives every byte in order. Throws UnreadableFile.
 */
export const readSource = (
  source: AsyncIterable<Uint8Array>,
  profile: ImportProfile,
  fits: (headings: readonly string[]) => boolean,
  onBytes: (bytes: Uint8Array) => void,
): AsyncGenerator<readonly SourceRow[]> => skipTitle(readRows(source, profile, fits, onBytes), fits)

async function* readRows(
  source: AsyncIterable<Uint8Array>,
  profile: ImportProfile,
  fits: (headings: readonly string[]) => boolean,
  onBytes: (bytes: Uint8Array) => void,
): AsyncGenerator<readonly SourceRow[]> {
  const [head, all] = await peek(source)
  if (isWorkbook(head)) {
    // Loaded on demand, so that processes without workbooks start faster.
    const { readWorkbookRows } = await import('./xlsx/read-workbook-rows.ts')
    yield* readWorkbookRows(await whole(all, onBytes), profile, fits)
  } else if (startsWith(head, COMPOUND)) {
    const encrypted = (await whole(all, onBytes)).includes(ENCRYPTED)
    throw new UnreadableFile({ code: encrypted ? 'encrypted' : 'old-excel' })
  } else yield* readCsv(all, profile, MAX_BYTES, onBytes)
}

/** Reads the first four bytes and returns them with the complete stream. */
async function peek(source: AsyncIterable<Uint8Array>): Promise<[Uint8Array, AsyncGenerator<Uint8Array>]> {
  const rest = source[Symbol.asyncIterator]()
  let head: Uint8Array = new Uint8Array()
  while (head.length < 4) {
    const next = await rest.next()
    if (next.done) break
    head = head.length === 0 ? next.value : Buffer.concat([head, next.value])
  }
  async function* all() {
    if (head.length > 0) yield head
    yield* { [Symbol.asyncIterator]: () => rest }
  }
  return [head, all()]
}

async function whole(source: AsyncIterable<Uint8Array>, onBytes: (bytes: Uint8Array) => void): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of source) {
    size += piece.length
    if (size > MAX_BYTES) throw new UnreadableFile({ code: 'too-large', figures: { megabytes: MAX_BYTES / (1 << 20) } })
    onBytes(piece)
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
