import type { Outcome } from '@wayproof/kernel'
import { isNestedDeeper, ok } from '@wayproof/kernel'
import type { FileFault } from '../table-fault.ts'

export interface NumberedDocument {
  /** Index in the list, or line number, from 1. */
  readonly rowNumber: number
  readonly document: unknown
}

/**
 * Parses one document, a list of documents, or one document a line (blank lines are skipped). Fault: `not-json`, with
 * the line if known.
 */
export function jsonDocuments(text: string): Outcome<readonly NumberedDocument[], FileFault> {
  const whole = parsed(text)
  if (whole !== undefined) {
    const list = Array.isArray(whole) ? whole : [whole]
    return ok(list.map((document, place) => ({ rowNumber: place + 1, document })))
  }
  const documents: NumberedDocument[] = []
  for (const [place, line] of text.split(/\r\n|[\r\n]/).entries()) {
    if (line.trim() === '') continue
    const document = parsed(line)
    if (document === undefined) return { ok: false, fault: { code: 'not-json', figures: { row: place + 1 } } }
    documents.push({ rowNumber: place + 1, document })
  }
  return ok(documents)
}

function parsed(text: string): unknown {
  if (isNestedDeeper(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
