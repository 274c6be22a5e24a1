import type { Encoding, ImportProfile } from '../import/profile.ts'
import { markedEncoding } from '../import/read-text.ts'
import { MOST_TITLE_ROWS } from '../import/skip-title.ts'

/** The detected text format of a file; the importing user sees it and may change it. */
export interface TextForm {
  readonly encoding: Encoding
  readonly delimiter: ImportProfile['delimiter']
}

const DELIMITERS = [',', '\t', ';', '|'] as const

/**
 * Detects the format from the start of a file: the encoding by its byte order mark, else UTF-8 if valid, else GB18030;
 * the delimiter by its frequency in the first line that has one, since a title above the headings has none.
 */
export function textFormOf(head: Uint8Array): TextForm {
  const encoding = markedEncoding(head) ?? (isUtf8(head) ? 'utf-8' : 'gb18030')
  const text = new TextDecoder(encoding).decode(head, { stream: true })
  const lines = text.split(/\r\n|[\r\n]/, MOST_TITLE_ROWS + 1).map((line) => line.replaceAll(/"[^"]*"/g, ''))
  const headings = lines.find((line) => DELIMITERS.some((delimiter) => line.includes(delimiter))) ?? ''
  const columnCounts = DELIMITERS.map((delimiter) => headings.split(delimiter).length)
  return { encoding, delimiter: DELIMITERS[columnCounts.indexOf(Math.max(...columnCounts))] ?? ',' }
}

function isUtf8(head: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    return false
  }
}
