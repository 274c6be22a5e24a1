import { type Entry, fromBufferPromise } from 'yauzl'
import { UnreadableFile } from '../read-text.ts'
import { broken } from './workbook.ts'

/** Most unpacked bytes read from one file; half a million rows of a register take a third of it. */
const MAX_UNPACKED = 1 << 30
/** Most parts of an archive; 10,000 sheets stay below. */
const MAX_PARTS = 50_000

/**
 * The parts of an XLSX file, unpacked while they are read. Part names that differ only in the case of ASCII letters are
 * equal. No part is written to disk, whatever its name.
 */
export interface Archive {
  has(path: string): boolean
  /** Reads a part as text in chunks. Throws UnreadableFile: `bad-xlsx` or `unpacks-too-large`. */
  read(path: string): AsyncGenerator<string>
}

/** Opens an archive. Throws UnreadableFile `bad-xlsx` if the bytes are no valid archive. */
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
        // The stream fails if the size differs from the header.
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
