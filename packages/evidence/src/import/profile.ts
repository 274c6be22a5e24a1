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

/** Which texts stand for which: no text is understood that is not named here. */
export interface ValueMap {
  readonly of: Readonly<Record<string, string>>
  /** What every other text becomes; without it another text is a fault. */
  readonly otherwise?: string
}

/** A yes when the cell, a list, names `item`. */
export interface NamedItem {
  readonly column: string
  readonly separator: string
  readonly item: string
}

/** The columns that hold the parts of a date; an empty month or day makes it less precise. */
export interface DateParts {
  readonly year: string
  readonly month?: string
  readonly day?: string
}

/**
 * How a file of one source is read, as data: nothing is guessed. The columns of required fields must be there. The column of
 * an optional field may be absent, but not misspelt: without `endDay` everyone stays employed.
 */
export interface ImportProfile {
  readonly encoding: Encoding
  readonly delimiter: ',' | ';' | '\t' | '|'
  readonly dayFormat: DayFormat
  /** Field to its column; of several columns the first that is filled. */
  readonly columns: Readonly<Record<string, string | readonly string[]>>
  /** Fields that no column holds: the same text in every row. */
  readonly constants?: Readonly<Record<string, string>>
  /** Texts of a field that mean something else: null (no value) or another text, read in their place. */
  readonly sentinels?: Readonly<Record<string, Readonly<Record<string, string | null>>>>
  readonly values?: Readonly<Record<string, ValueMap>>
  readonly namedItems?: Readonly<Record<string, NamedItem>>
  readonly dateParts?: Readonly<Record<string, DateParts>>
  /** The texts of a yes-no field. */
  readonly yesNo: { readonly yes: readonly string[]; readonly no: readonly string[] }
  readonly listSeparator: string
  /** Where it is set, a moment may come without its offset, its day in the form of days: it is one of this zone. */
  readonly timeZone?: string
  /** False refuses a file with columns that no field uses; otherwise they are dropped at once. */
  readonly ignoreOtherColumns: boolean
}

/** The columns of the file that stand behind a field, in the order in which they are asked. */
export function columnsOf(field: string, profile: ImportProfile): readonly string[] {
  const parts = profile.dateParts?.[field]
  if (parts) return [parts.year, ...(parts.month ? [parts.month] : []), ...(parts.day ? [parts.day] : [])]
  const named = profile.namedItems?.[field]
  if (named) return [named.column]
  const columns = profile.columns[field]
  return columns === undefined ? [] : typeof columns === 'string' ? [columns] : columns
}

/** UTF-8, commas, ISO 8601 days, `yes` and `no`, lists with `|`. */
export const plainProfile = {
  encoding: 'utf-8',
  delimiter: ',',
  dayFormat: 'YYYY-MM-DD',
  yesNo: { yes: ['yes'], no: ['no'] },
  listSeparator: '|',
  ignoreOtherColumns: true,
} as const satisfies Partial<ImportProfile>
