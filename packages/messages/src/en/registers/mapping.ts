import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'en')
const quoted = (texts: readonly string[]): string => texts.map((text) => `“${text}”`).join(', ')

/** Assigning the columns of a foreign file. */
export const mapping = {
  title: 'Map columns',
  open: 'Map columns',
  lead: 'Choose the field for each column. Columns that are not needed are not imported.',
  other: 'Different headings?',
  remembered: (day: string, by: string) => `Same mapping as ${by} used on ${day}.`,
  vanished: (columns: readonly string[]) => `It used ${quoted(columns)}, which this file is missing.`,
  column: 'Column',
  examples: 'In the file',
  field: 'Field',
  ignore: 'not needed',
  noHeading: (place: number) => `column ${n(place)}, without a heading`,
  filled: (filled: number, rows: number) => `${n(filled)} of ${n(rows)} rows`,
  more: 'and others',
  required: (label: string) => `${label} (required)`,
  constants: 'Fixed values',
  constantsHint: 'For fields that no column contains.',
  words: (label: string) => `Meaning of values in “${label}”`,
  wordsHint: 'Values left blank are imported unchanged.',
  none: 'no value',
  asIs: 'unchanged',
  dayFormat: 'Date format',
  dayFormatHint: 'The dates can be read in several ways. Choose the format.',
  chooseDayFormat: 'choose',
  zone: 'Times are in the organization’s time zone; a date without a time is its beginning.',
  encoding: 'Encoding',
  delimiter: 'Separator',
  delimiters: { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'vertical bar' } as Record<string, string>,
  check: 'Check file',
  faults: {
    'field-twice': (names: readonly string[]) => `Mapped more than once: ${quoted(names)}.`,
    'field-unmapped': (names: readonly string[]) =>
      `No column is mapped to ${quoted(names)}. Map one, or enter a fixed value.`,
    'field-unknown': (names: readonly string[]) => `The register has no field ${quoted(names)}.`,
    'heading-twice': (names: readonly string[]) =>
      `The file has the heading ${quoted(names)} more than once. Rename one of the columns in the file.`,
    'heading-empty': (places: readonly string[]) =>
      `A column without a heading cannot be read: number ${places.join(', ')}. Give it a heading in the file.`,
    'day-format-missing': (names: readonly string[]) => `Choose the date format of ${quoted(names)}.`,
  },
}
