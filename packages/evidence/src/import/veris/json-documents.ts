import { readJson } from '@wayproof/kernel/json/read-json'
import type { Outcome } from '@wayproof/kernel/outcome'
import { ok } from '@wayproof/kernel/outcome'
import type { FileFault } from '../table-fault.ts'

export interface NumberedDocument {
  /** Index in the list, or line number, from 1. */
  readonly rowNumber: number
  readonly document: unknown
}

/** Two lines in a row open a document, which no single document or list does. */
const ONE_PER_LINE = /^\s*\{.*[\r\n]\s*\{/

/**
 * Parses one document, a list of documents, or one document a line (blank lines are skipped). Fault: `not-json`, with
 * the line.
 */
export function jsonDocuments(text: string): Outcome<readonly NumberedDocument[], FileFault> {
  const whole = parsed(text)
  if (whole.ok) {
    const list = Array.isArray(whole.value) ? whole.value : [whole.value]
    return ok(list.map((document, place) => ({ rowNumber: place + 1, document })))
  }
  if (!ONE_PER_LINE.test(text)) return whole
  const documents: NumberedDocument[] = []
  for (const [place, line] of text.split(/\r\n|[\r\n]/).entries()) {
    if (line.trim() === '') continue
    const document = parsed(line)
    if (!document.ok) return notJson(place + 1)
    documents.push({ rowNumber: place + 1, document: document.value })
  }
  return ok(documents)
}

function parsed(text: string): Outcome<unknown, FileFault> {
  const read = readJson(text)
  if (read.ok) return read
  // A collection of others cannot be asked to be mended: of a key that is there twice, the last value holds.
  return read.fault.code === 'json-key-repeated' ? ok(JSON.parse(text)) : notJson(read.fault.figures.line)
}

const notJson = (row: number) => ({ ok: false, fault: { code: 'not-json', figures: { row } } }) as const
