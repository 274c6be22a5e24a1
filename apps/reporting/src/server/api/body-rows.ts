import type { Cell, Field } from '@wayproof/evidence/import/field'
import type { ImportProfile } from '@wayproof/evidence/import/profile'
import { rowReader } from '@wayproof/evidence/import/row-reader'
import type { TableRow } from '@wayproof/evidence/import/table'
import type { BadRows, RowFault } from '@wayproof/evidence/import/table-fault'
import type { z } from 'zod'
import { rowSchema } from './row-schema.ts'

type Row = TableRow<Readonly<Record<string, Cell>>>

/**
 * Reads the rows of a request by the rules for files. Returns valid rows, faults of the others, and what is valid in
 * faulty rows. The first row is 1.
 */
export function bodyRows(
  body: readonly unknown[],
  fields: readonly Field[],
  profile: ImportProfile,
): { rows: Row[]; unread: BadRows | null; leftOut: Row[] } {
  const header = fields.map(({ name }) => name)
  const schema = rowSchema(fields)
  const reader = rowReader(header, fields, profile)
  if (!reader.ok) throw new Error(reader.fault.code)
  const rows: Row[] = []
  const leftOut: Row[] = []
  const faults: RowFault[] = []
  for (const [index, row] of body.entries()) {
    const rowNumber = index + 1
    const leave = (cells: Row['cells']) => void leftOut.push({ rowNumber, cells })
    const parsed = schema.safeParse(row)
    if (!parsed.success) {
      const misshapen = parsed.error.issues.flatMap((issue) => shapeFaults(issue, rowNumber, row, fields))
      faults.push(...misshapen)
      const columns = new Set(misshapen.map(({ column }) => column))
      if (!isObject(row) || columns.has(null)) continue
      const record = header.map((name) => (columns.has(name) ? '' : cellText(row[name], profile)))
      reader.value(record, rowNumber, (fault) => {
        if (!columns.has(fault.column)) faults.push(fault)
      })
      continue
    }
    const record = header.map((name) => cellText(parsed.data[name], profile))
    const cells = reader.value(record, rowNumber, (fault) => faults.push(fault), leave)
    if (cells) rows.push({ rowNumber, cells })
  }
  const unread = faults.length > 0 ? ({ code: 'bad-rows', rows: faults, total: faults.length } as const) : null
  return { rows, unread, leftOut }
}

const isObject = (row: unknown): row is Readonly<Record<string, unknown>> => typeof row === 'object' && row !== null

function cellText(value: unknown, profile: ImportProfile): string {
  if (typeof value === 'boolean') return (value ? profile.yesNo.yes : profile.yesNo.no)[0] ?? ''
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map((item) => cellText(item, profile)).join(profile.listSeparator)
  // An unpaired surrogate is no character; it is shown as one that no cell may contain.
  return typeof value === 'string' ? (value.isWellFormed() ? value : '\u0000') : ''
}

const MAX_TEXT_CHARACTERS = 40
/** Limit of reported unknown fields in one row; a hostile body can have half a million. */
const MAX_UNKNOWN = 20

/** Describes the accepted values of a field without words of a language. */
function expectedText({ kind, values, min, max }: Field): string {
  if (values) return values.join(', ')
  if (kind === 'yes-no') return 'true, false'
  if (kind === 'list') return '["…"]'
  return kind === 'integer' || kind === 'number' ? `${min ?? ''}..${max ?? ''}` : '"…"'
}

/** Faults in the shape of a row: not an object, or a missing, mistyped or unknown field. */
function shapeFaults(issue: z.core.$ZodIssue, rowNumber: number, row: unknown, fields: readonly Field[]): RowFault[] {
  const fault = (column: string | null, value: unknown, would: string): RowFault => {
    const text = value === undefined ? '' : JSON.stringify(value).slice(0, MAX_TEXT_CHARACTERS)
    return { rowNumber, column, code: value === undefined ? 'required' : 'bad-value', text, expected: would }
  }
  if (issue.code === 'unrecognized_keys') {
    const names = fields.map((field) => field.name).join(', ')
    return issue.keys.slice(0, MAX_UNKNOWN).map((key) => fault(null, key, names))
  }
  const [name] = issue.path
  const field = fields.find((candidate) => candidate.name === name)
  if (!field) return [fault(null, row, `{"${fields[0]?.name}": …}`)]
  const cellFault = fault(field.name, (row as Readonly<Record<string, unknown>>)[field.name], expectedText(field))
  const isNumber = field.kind === 'integer' || field.kind === 'number'
  return [isNumber && cellFault.code === 'bad-value' ? { ...cellFault, code: 'bad-number' } : cellFault]
}
