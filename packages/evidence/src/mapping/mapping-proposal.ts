import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Field } from '../import/field.ts'
import { DAY_FORMATS, type DayFormat } from '../import/profile.ts'
import { type ColumnMapping, isDated, type MappedColumn } from './column-mapping.ts'
import type { FileColumns } from './file-columns.ts'
import { plainHeading } from './plain-heading.ts'

/** A stored mapping for a file with equal or similar headings. */
export interface EarlierMapping {
  readonly mapping: ColumnMapping
  readonly on: CalendarDate
  /** Name of the user. */
  readonly by: string
}

export interface MappingProposal {
  readonly mapping: ColumnMapping
  readonly earlier: Omit<EarlierMapping, 'mapping'> | null
  /** Columns that the earlier mapping used and this file lacks. */
  readonly vanished: readonly string[]
}

/** Names of each field: its identifier and its labels in every language. */
export type FieldNames = Readonly<Record<string, readonly string[]>>

/** Proposes a field for each column, from an earlier mapping or else by name. The officer decides. */
export function proposeMapping(
  fields: readonly Field[],
  names: FieldNames,
  file: FileColumns,
  earlierMapping: EarlierMapping | null,
): MappingProposal {
  const previous = earlierMapping?.mapping
  const headings = file.columns.map(({ heading }) => heading)
  const earlierFields = new Map(previous?.columns.map(({ heading, field }) => [plainHeading(heading), field]))
  const fieldNames = new Set(fields.map(({ name }) => name))
  const taken = new Set(Object.keys(previous?.constants ?? {}))
  const byName = ({ heading }: { readonly heading: string }) =>
    fields.find(({ name }) => [name, ...(names[name] ?? [])].some((one) => plainHeading(one) === plainHeading(heading)))
      ?.name ?? null
  const columns = file.columns.map((column): MappedColumn => {
    const plain = plainHeading(column.heading)
    const before = earlierFields.get(plain)
    const field = plain === '' ? null : before === undefined ? byName(column) : before
    if (field === null || taken.has(field) || !fieldNames.has(field)) return { heading: column.heading, field: null }
    taken.add(field)
    return { heading: column.heading, field }
  })
  const vanished = previous?.columns.filter(
    ({ heading, field }) => field !== null && !headings.some((each) => plainHeading(each) === plainHeading(heading)),
  )
  const possible = dayFormatsOf(fields, columns, file)
  const before = previous?.dayFormat ?? null
  const mapping: ColumnMapping = {
    encoding: file.encoding,
    delimiter: file.delimiter,
    dayFormat: before !== null && possible.includes(before) ? before : onlyOne(possible),
    columns,
    constants: previous?.constants ?? {},
    words: previous?.words ?? {},
  }
  return {
    mapping,
    earlier: earlierMapping && { on: earlierMapping.on, by: earlierMapping.by },
    vanished: (vanished ?? []).map(({ heading }) => heading),
  }
}

/** Date formats that fit every cell of the columns mapped to days; all formats if there are no such cells. */
export function dayFormatsOf(
  fields: readonly Field[],
  columns: readonly MappedColumn[],
  file: FileColumns,
): readonly DayFormat[] {
  const dated = new Set(fields.filter(isDated).map(({ name }) => name))
  const fileColumns = file.columns.filter(({ filled }, place) => filled > 0 && dated.has(columns[place]?.field ?? ''))
  return DAY_FORMATS.filter((format) => fileColumns.every(({ dayFormats }) => dayFormats.includes(format)))
}

/** Returns the only possible format; the plain one if the file has no dates. With two or more, the officer is asked. */
const onlyOne = (possible: readonly DayFormat[]): DayFormat | null =>
  possible.length === 1 || possible.length === DAY_FORMATS.length ? (possible[0] ?? null) : null
