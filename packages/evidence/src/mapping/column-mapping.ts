import type { Field } from '../import/field.ts'
import { type DayFormat, type Encoding, type ImportProfile, plainProfile } from '../import/profile.ts'
import { writeDay } from '../import/write-day.ts'

/** A column of a file by its heading, with its field; null if it is unused. */
export interface MappedColumn {
  readonly heading: string
  readonly field: string | null
}

/** An officer's mapping of a file with foreign headings to the fields of a register. */
export interface ColumnMapping {
  readonly encoding: Encoding
  readonly delimiter: ImportProfile['delimiter']
  /** Null until the officer chooses: 03/04/2026 may be two different days. */
  readonly dayFormat: DayFormat | null
  /** Every column of the file, in order. */
  readonly columns: readonly MappedColumn[]
  /** Constant text by field; days in ISO 8601. */
  readonly constants: Readonly<Record<string, string>>
  /** By field: the file's words and their values in the plain format; the empty text means no value. */
  readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** A fault of a mapping, with the fields, or the columns by heading. */
export type MappingFault =
  | { readonly code: 'field-twice' | 'field-unmapped' | 'field-unknown'; readonly fields: readonly string[] }
  | { readonly code: 'heading-twice' | 'day-format-missing'; readonly columns: readonly string[] }
  /** Column positions, from 1. */
  | { readonly code: 'heading-empty'; readonly places: readonly number[] }

const DAYS = new Set<Field['kind']>(['day', 'partial-date', 'instant'])

/** Returns true if the date format affects how the field is read. */
export const isDated = (field: Field): boolean => DAYS.has(field.kind)

/** Returns the fault of the mapping for these fields, or null. */
export function faultOfMapping(fields: readonly Field[], mapping: ColumnMapping): MappingFault | null {
  const { columns, constants, words } = mapping
  const mappedColumns = columns.filter(({ field }) => field !== null)
  const filled = [...mappedColumns.map(({ field }) => field ?? ''), ...Object.keys(constants)]
  const fieldNames = new Set(fields.map(({ name }) => name))
  const unknown = [...filled, ...Object.keys(words)].filter((name) => !fieldNames.has(name))
  if (unknown.length > 0) return { code: 'field-unknown', fields: [...new Set(unknown)] }
  const places = columns.flatMap(({ heading, field }, place) => (field !== null && heading === '' ? [place + 1] : []))
  if (places.length > 0) return { code: 'heading-empty', places }
  const twice = repeated(filled)
  if (twice.length > 0) return { code: 'field-twice', fields: twice }
  const all = columns.map(({ heading }) => heading)
  const alike = repeated(all).filter((heading) => mappedColumns.some((column) => column.heading === heading))
  if (alike.length > 0) return { code: 'heading-twice', columns: alike }
  const missing = fields.filter(({ required, name }) => required && !filled.includes(name))
  if (missing.length > 0) return { code: 'field-unmapped', fields: missing.map(({ name }) => name) }
  const dated = mappedColumns.filter(({ field }) => fields.some((each) => each.name === field && isDated(each)))
  if (mapping.dayFormat === null && dated.length > 0)
    return { code: 'day-format-missing', columns: dated.map(({ heading }) => heading) }
  return null
}

const repeated = (texts: readonly string[]): string[] => [
  ...new Set(texts.filter((text, place) => texts.indexOf(text) !== place)),
]

/** Builds the profile that reads such a file. A moment without an offset is in `timeZone`, the organization's zone. */
export function profileOf(mapping: ColumnMapping, fields: readonly Field[], timeZone: string): ImportProfile {
  const dayFormat = mapping.dayFormat ?? plainProfile.dayFormat
  const constant = ([name, text]: [string, string]) => {
    const isDay = fields.some((field) => field.name === name && isDated(field)) && /^\d{4}-\d{2}-\d{2}$/.test(text)
    return [name, isDay ? writeDay(text, dayFormat) : text]
  }
  return {
    ...plainProfile,
    encoding: mapping.encoding,
    delimiter: mapping.delimiter,
    dayFormat,
    timeZone,
    columns: Object.fromEntries(mapping.columns.flatMap(({ heading, field }) => (field ? [[field, heading]] : []))),
    constants: Object.fromEntries(Object.entries(mapping.constants).map(constant)),
    sentinels: mapping.words,
  }
}
