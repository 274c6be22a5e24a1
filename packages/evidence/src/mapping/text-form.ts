import type { Encoding, ImportProfile } from '../import/profile.ts'
import { markedEncoding } from '../import/read-text.ts'

/** How the text of a file seems to be written: proposed, shown to who imports, and changed by them. */
export interface TextForm {
  readonly encoding: Encoding
  readonly delimiter: ImportProfile['delimiter']
}

const DELIMITERS = [',', '\t', ';', '|'] as const

/** By the beginning of a file: its mark, else UTF-8 where it is that, else GB18030; the delimiter most seen in row 1. */
export function textFormOf(head: Uint8Array): TextForm {
  const encoding = markedEncoding(head) ?? (isUtf8(head) ? 'utf-8' : 'gb18030')
  const [line = ''] = new TextDecoder(encoding).decode(head, { stream: true }).split(/\r\n|[\r\n]/)
  const bare = line.replaceAll(/"[^"]*"/g, '')
  const seen = DELIMITERS.map((delimiter) => bare.split(delimiter).length)
  return { encoding, delimiter: DELIMITERS[seen.indexOf(Math.max(...seen))] ?? ',' }
}

function isUtf8(head: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    return false
  }
}
