import { createHash } from 'node:crypto'
import { flatName } from '../../profiles/veris-json.ts'
import type { Field, RowOf } from '../field.ts'
import { columnsOf, type ImportProfile } from '../profile.ts'
import type { TablePiece } from '../read-pieces.ts'
import { MAX_ROWS_HELD } from '../read-table.ts'
import { rowReader } from '../row-reader.ts'
import type { TableRow } from '../table.ts'
import { RowFaults, type TableFault } from '../table-fault.ts'
import { flatTextAt, isRecord, textAt } from './document-text.ts'
import { jsonDocuments } from './json-documents.ts'

/** Largest file in bytes; JSON is held in memory while it is read. */
const MAX_BYTES = 64 * 1024 * 1024

/**
 * Reads VERIS incidents (veriscommunity.net) from JSON as table chunks: columns are paths, rows are list positions or
 * lines. Accepts nested documents and flat ones, as VCDB exports them.
 */
export async function* readVeris<const Fields extends readonly Field[]>(
  source: AsyncIterable<Uint8Array>,
  fields: Fields,
  profile: ImportProfile,
): AsyncGenerator<TablePiece<RowOf<Fields>>> {
  const refused = (fault: TableFault) => ({ kind: 'fault', fault }) as const
  const hash = createHash('sha256')
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of source) {
    size += piece.length
    if (size > MAX_BYTES) return yield refused({ code: 'too-large', figures: { megabytes: MAX_BYTES >> 20 } })
    hash.update(piece)
    pieces.push(piece)
  }
  const text = decoded(Buffer.concat(pieces))
  if (text === null) return yield refused({ code: 'bad-encoding', figures: { expected: 'utf-8', found: '' } })
  if (text.trim() === '') return yield refused({ code: 'empty-file' })
  const documents = jsonDocuments(text)
  if (!documents.ok) return yield refused(documents.fault)
  if (documents.value.length === 0) return yield refused({ code: 'no-rows' })
  if (documents.value.length > MAX_ROWS_HELD)
    return yield refused({ code: 'too-many-rows', figures: { rows: MAX_ROWS_HELD } })
  const paths = [...new Set(fields.flatMap(({ name }) => columnsOf(name, profile)))]
  const reader = rowReader(paths, fields, profile)
  if (!reader.ok) return yield refused(reader.fault)
  const faults = new RowFaults()
  const rows: TableRow<RowOf<Fields>>[] = []
  for (const { rowNumber, document } of documents.value) {
    if (!isRecord(document)) {
      const fault = { rowNumber, column: null, text: JSON.stringify(document) ?? '' }
      faults.add({ ...fault, code: 'bad-value', expected: '{"incident_id": …}' })
      continue
    }
    const record = paths.map((path) => textAt(document, path) || flatTextAt(document, flatName(path)))
    const cells = reader.value(record, rowNumber, (fault) => faults.add(fault))
    if (cells) rows.push({ rowNumber, cells: cells as RowOf<Fields> })
  }
  if (rows.length > 0) yield { kind: 'rows', rows }
  if (faults.total > 0) return yield refused(faults.fault())
  yield { kind: 'end', digest: hash.digest('hex'), rowCount: rows.length, numberColumns: [], absentColumns: [] }
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
