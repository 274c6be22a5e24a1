import { createHash } from 'node:crypto'
import { readJson } from '@wayproof/kernel/json/read-json'
import { type Outcome, ok } from '@wayproof/kernel/outcome'
import { flatName } from '../../profiles/veris-json.ts'
import type { Field, RowOf } from '../field.ts'
import { columnsOf, type ImportProfile } from '../profile.ts'
import type { TablePiece } from '../read-pieces.ts'
import { MAX_ROWS_HELD } from '../read-table.ts'
import { rowReader } from '../row-reader.ts'
import type { TableRow } from '../table.ts'
import { type FileFault, RowFaults, type TableFault } from '../table-fault.ts'

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

/** Separates several texts of one path, as in a flat export. */
const SEPARATOR = '|'

/**
 * Returns the value at a path of a document as one text: a list as its items, a final object as its keys (VERIS writes
 * `action: {hacking: {…}}`), a missing value as the empty text. A path descends into every item of a list.
 */
function textAt(document: unknown, path: string): string {
  const members = path.split('.').reduce<readonly unknown[]>((values, step) => values.flatMap(inside(step)), [document])
  const texts = members.flatMap((value) => (Array.isArray(value) ? value : [value])).map(textOf)
  return [...new Set(texts.filter((text) => text !== ''))].join(SEPARATOR)
}

/** Returns the value of a name in a flat export. An object there belongs to a nested document and is no text. */
function flatTextAt(document: Readonly<Record<string, unknown>>, name: string): string {
  const value = Object.hasOwn(document, name) ? document[name] : null
  return [value].flat().some(isRecord) ? '' : textAt(document, name)
}

const inside =
  (step: string) =>
  (value: unknown): unknown[] => {
    const items = Array.isArray(value) ? value : [value]
    return items.flatMap((item) => (isRecord(item) && Object.hasOwn(item, step) ? [item[step]] : []))
  }

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return isRecord(value) ? Object.keys(value).join(SEPARATOR) : String(value)
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

interface NumberedDocument {
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
function jsonDocuments(text: string): Outcome<readonly NumberedDocument[], FileFault> {
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
