import { type Outcome, ok } from '@wayproof/kernel/outcome'
import { absentColumns, misspeltColumns } from './absent-columns.ts'
import { type Cell, type Field, MAX_LENGTH } from './field.ts'
import { columnsOf, type ImportProfile } from './profile.ts'
import { readCell, readDateParts } from './read-cell.ts'
import type { FileFault, RowFault } from './table-fault.ts'

/** Parses one record. If it has faults, reports all of them, passes the valid cells to `leave` and returns null. */
export type RowReader = (
  record: readonly string[],
  rowNumber: number,
  tell: (fault: RowFault) => void,
  leave?: (sound: Readonly<Record<string, Cell>>) => void,
) => Readonly<Record<string, Cell>> | null

/** Binds the fields to the header of a file. Throws RangeError if the profile has no source for a required field. */
export function rowReader(
  header: readonly string[],
  fields: readonly Field[],
  profile: ImportProfile,
): Outcome<RowReader, FileFault> {
  const orphan = fields.find(
    (f) => f.required && !columnsOf(f.name, profile).length && !(f.name in (profile.constants ?? {})),
  )
  if (orphan) throw new RangeError(`the profile says nothing about ${orphan.name}`)
  const used = [...new Set(fields.flatMap((field) => columnsOf(field.name, profile)))]
  const wanted = new Set(fields.filter(({ required }) => required).flatMap(({ name }) => columnsOf(name, profile)))
  const missing = [...wanted].filter((column) => !header.includes(column))
  if (missing.length) return { ok: false, fault: { code: 'column-missing', columns: missing } }
  const misspelt = misspeltColumns(header, used, absentColumns(header, fields, profile))
  if (misspelt.length) return { ok: false, fault: { code: 'column-misspelt', misspelt } }
  const twice = used.filter((column) => header.indexOf(column) !== header.lastIndexOf(column))
  if (twice.length) return { ok: false, fault: { code: 'column-twice', columns: twice } }
  const others = profile.ignoreOtherColumns ? [] : header.filter((column) => !used.includes(column))
  if (others.length) return { ok: false, fault: { code: 'column-unknown', columns: others } }
  const position = new Map(used.map((column) => [column, header.indexOf(column)]))
  const readers = fields.map((field) => fieldReader(field, profile, position))
  return ok((record, rowNumber, tell, leave) => {
    const row = { rowNumber, column: null, text: '' }
    if (record.length !== header.length) {
      const code = record.length > header.length ? 'too-many-cells' : 'too-few-cells'
      tell({ ...row, code, text: String(record.length), expected: String(header.length) })
      return null
    }
    if (record[0]?.trim() === header[0] && header.every((name, i) => record[i]?.trim() === name)) {
      tell({ ...row, code: 'header-repeated', expected: '' })
      return null
    }
    const cells: Record<string, Cell> = {}
    let isGood = true
    for (const { field, column, quick, read } of readers) {
      const usual = quick?.of(record[quick.index] ?? '')
      if (usual !== undefined) {
        cells[field.name] = usual
        continue
      }
      const { text, cell } = read(record)
      if (cell.ok) cells[field.name] = cell.value
      else {
        isGood = false
        tell({ rowNumber, column, code: cell.fault.code, text, expected: cell.fault.expected })
      }
    }
    if (isGood) return cells
    leave?.(cells)
    return null
  })
}

/**
 * Error values that Excel shows, and saves as CSV, for a failed formula. Without this check they would pass as text.
 */
const isFormulaError = (text: string): boolean =>
  /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|GETTING_DATA)$/.test(
    text,
  )

type Reading = { readonly text: string; readonly cell: ReturnType<typeof readCell> }

/** Creates the reader of one field: date parts, a named item, a constant, or the first filled column. */
function fieldReader(field: Field, profile: ImportProfile, position: ReadonlyMap<string, number>) {
  const columns = columnsOf(field.name, profile)
  const indices = columns.map((column) => position.get(column) ?? -1)
  const raw = (record: readonly string[], index: number): string => {
    const text = record[index] ?? ''
    // JavaScript's `trim` removes the byte order mark; here it must stay visible.
    return text.includes('\ufeff') ? text : text.trim()
  }
  const { dateParts, namedItems, constants, sentinels, values } = profile
  const outcome: Reading['cell'] = field.required ? { ok: false, fault: { code: 'required', expected: '' } } : ok(null)

  const understood = (text: string): Reading => {
    const stand = sentinels?.[field.name]
    const meant = stand && Object.hasOwn(stand, text) ? (stand[text] ?? '') : text
    const map = values?.[field.name]
    if (!map) return { text, cell: meant === '' ? outcome : readCell(meant, field, profile) }
    const value = Object.hasOwn(map.of, meant) ? map.of[meant] : map.otherwise
    if (value !== undefined) return { text, cell: value === '' ? outcome : readCell(value, field, profile) }
    if (meant === '') return { text, cell: outcome }
    return {
      text,
      cell: { ok: false, fault: { code: 'bad-value', expected: Object.keys(map.of).filter(Boolean).join(', ') } },
    }
  }

  const read = (record: readonly string[]): Reading => {
    const meant = sentinels?.[field.name] ?? {}
    const error = indices.map((i) => raw(record, i)).find((text) => isFormulaError(text) && !Object.hasOwn(meant, text))
    if (error) return { text: error, cell: { ok: false, fault: { code: 'formula-error', expected: '' } } }
    if (dateParts?.[field.name]) {
      const [year = '', month = '', day = ''] = indices.map((index) => raw(record, index))
      const text = [year, month, day].filter(Boolean).join('-')
      if (text === '') return { text, cell: outcome }
      const date = readDateParts(year, month, day)
      return { text, cell: date ? ok(date) : { ok: false, fault: { code: 'bad-day', expected: 'YYYY, M, D' } } }
    }
    const namedItem = namedItems?.[field.name]
    if (namedItem) {
      const [index = -1] = indices
      if (index < 0) return { text: '', cell: outcome }
      const text = raw(record, index)
      return { text, cell: ok(text.split(namedItem.separator).some((item) => item.trim() === namedItem.item)) }
    }
    if (columns.length === 0) return understood(constants?.[field.name] ?? '')
    return understood(indices.map((index) => raw(record, index)).find((text) => text !== '') ?? '')
  }
  const isPlain = ![dateParts, namedItems, sentinels, values].some(
    (special) => special && Object.hasOwn(special, field.name),
  )
  const [index = -1, ...others] = indices
  const quick: { readonly index: number; readonly of: QuickCell } | null =
    isPlain && index >= 0 && others.length === 0 ? { index, of: quickCell(field, profile) } : null
  return { field, column: columns.length ? columns.join(', ') : null, quick, read }
}

// Matches text without outer spaces, invisible characters or a spreadsheet error value (`#REF!`).
const PLAIN = /^[!"$-~\u4e00-\u9fff](?:[ -~\u4e00-\u9fff]*[!-~\u4e00-\u9fff])?$/

/** Most cached texts of days, months and yes-no values. */
const REMEMBERED = 10_000

/** Fast path for common cells: the value, or undefined if the full rule must decide. */
type QuickCell = (text: string) => Cell | undefined

/** Creates the fast path of a field that is read from one column. It agrees with `readCell` wherever it answers. */
export function quickCell(field: Field, profile: ImportProfile): QuickCell {
  const empty = field.required ? undefined : null
  const { maxLength = MAX_LENGTH, kind, values } = field
  if (kind === 'text' && !values)
    return (text) => (text === '' ? empty : text.length <= maxLength && PLAIN.test(text) ? text : undefined)
  if (kind !== 'day' && kind !== 'month' && kind !== 'yes-no' && kind !== 'text') return () => undefined
  const cellsByText = new Map<string, Cell>()
  return (text) => {
    if (text === '') return empty
    const cell = cellsByText.get(text)
    if (cell !== undefined || !PLAIN.test(text)) return cell
    const outcome = readCell(text, field, profile)
    if (!outcome.ok) return undefined
    if (cellsByText.size < REMEMBERED) cellsByText.set(text, outcome.value)
    return outcome.value
  }
}
