import { type Entry, fromBufferPromise } from 'yauzl'
import { UnreadableFile } from '../read-text.ts'
import { broken } from './workbook.ts'

/** Bytes that all parts read of one file may unpack to: half a million rows of a register take a third of it. */
const MAX_UNPACKED = 1 << 30
/** Parts an archive may list; ten thousand sheets are below. */
const MAX_PARTS = 50_000

/**
 * The parts of an XLSX file, unpacked as they are read. Names that differ in the case of ASCII letters name the same part.
 * Nothing is written anywhere, whatever a part is called.
 */
export interface Archive {
  has(path: string): boolean
  /** The part as text in pieces. Throws UnreadableFile `bad-xlsx` or `unpacks-too-large`. */
  read(path: string): AsyncGenerator<string>
}

/** Throws UnreadableFile `bad-xlsx` where the bytes are no sound archive. */
export async function openArchive(bytes: Buffer): Promise<Archive> {
  const zip = await fromBufferPromise(bytes).catch(() => {
    throw broken()
  })
  const entries = new Map<string, Entry>()
  try {
    for await (const entry of zip.eachEntry()) {
      const name = partName(entry.fileName)
      if (entries.has(name) || entries.size === MAX_PARTS) throw broken()
      entries.set(name, entry)
    }
  } catch {
    throw broken()
  }
  let unpacked = 0
  return {
    has: (path) => entries.has(partName(path)),
    read: async function* (path) {
      const entry = entries.get(partName(path))
      if (!entry) throw broken()
      const decoder = new TextDecoder('utf-8', { fatal: true })
      try {
        // The stream ends with an error where the header told another size.
        for await (const piece of await zip.openReadStreamPromise(entry)) {
          unpacked += piece.length
          if (unpacked > MAX_UNPACKED) {
            throw new UnreadableFile({ code: 'unpacks-too-large', figures: { megabytes: MAX_UNPACKED / (1 << 20) } })
          }
          yield decoder.decode(piece, { stream: true })
        }
        yield decoder.decode()
      } catch (error) {
        throw error instanceof UnreadableFile ? error : broken()
      }
    },
  }
}

const partName = (path: string): string => path.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
