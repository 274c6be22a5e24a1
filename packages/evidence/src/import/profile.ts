export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const
export type Encoding = (typeof ENCODINGS)[number]

export const DAY_FORMATS = [
  'YYYY-MM-DD',
  'YYYY/M/D',
  'YYYY.M.D',
  'YYYYMMDD',
  'M/D/YYYY',
  'D/M/YYYY',
  'D.M.YYYY',
] as const
export type DayFormat = (typeof DAY_FORMATS)[number]

/** Maps texts of the file to values. A text that is not listed is not understood. */
export interface ValueMap {
  readonly of: Readonly<Record<string, string>>
  /** Value for every other text; without it another text is a fault. */
  readonly otherwise?: string
}

/** A yes-no value that is yes if the cell, a list, contains `item`. */
export interface NamedItem {
  readonly column: string
  readonly separator: string
  readonly item: string
}

/** Columns with the parts of a date. An empty month or day makes the date less precise. */
export interface DateParts {
  readonly year: string
  readonly month?: string
  readonly day?: string
}

/**
 * Describes how to read a file from one source; nothing is guessed. Columns of required fields must exist. The column
 * of an optional field may be missing but not misspelled: without `endDay` every person would stay employed.
 */
export interface ImportProfile {
  readonly encoding: Encoding
  readonly delimiter: ',' | ';' | '\t' | '|'
  readonly dayFormat: DayFormat
  /** True if a person has accepted `proposedDay` for days in another format. */
  readonly acceptsProposedDays?: boolean
  /** Column of each field; with several columns the first filled one counts. */
  readonly columns: Readonly<Record<string, string | readonly string[]>>
  /** Constant texts for fields without a column. */
  readonly constants?: Readonly<Record<string, string>>
  /** Texts with a special meaning, by field: null (no value) or the text to read instead. */
  readonly sentinels?: Readonly<Record<string, Readonly<Record<string, string | null>>>>
  readonly values?: Readonly<Record<string, ValueMap>>
  readonly namedItems?: Readonly<Record<string, NamedItem>>
  readonly dateParts?: Readonly<Record<string, DateParts>>
  /** The texts of a yes-no field. */
  readonly yesNo: { readonly yes: readonly string[]; readonly no: readonly string[] }
  readonly listSeparator: string
  /**
   * Time zone of moments without an offset, whose day is in the profile's date format. Without it an offset is
   * required.
   */
  readonly timeZone?: string
  /** False rejects a file with unused columns; true drops them. */
  readonly ignoreOtherColumns: boolean
}

/** The columns of a field, in order of precedence. */
export function columnsOf(field: string, profile: ImportProfile): readonly string[] {
  const parts = profile.dateParts?.[field]
  if (parts) return [parts.year, ...(parts.month ? [parts.month] : []), ...(parts.day ? [parts.day] : [])]
  const namedItem = profile.namedItems?.[field]
  if (namedItem) return [namedItem.column]
  const columns = profile.columns[field]
  return columns === undefined ? [] : typeof columns === 'string' ? [columns] : columns
}

/** UTF-8, commas, ISO 8601 days, `yes` and `no`, lists separated by `|`. */
export const plainProfile = {
  encoding: 'utf-8',
  delimiter: ',',
  dayFormat: 'YYYY-MM-DD',
  yesNo: { yes: ['yes'], no: ['no'] },
  listSeparator: '|',
  ignoreOtherColumns: true,
} as const satisfies Partial<ImportProfile>
