import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'en')
const quoted = (texts: readonly string[]): string => texts.map((text) => `“${text}”`).join(', ')

/** Saying which column of a foreign file is which. */
export const mapping = {
  title: 'Assign the columns of this file',
  open: 'Assign its columns',
  lead: 'Say what each column is. Columns that are not needed are dropped while the file is read.',
  other: 'The file has headings of its own?',
  remembered: (day: string, by: string) => `Proposed as ${by} said it on ${day} for a file like this.`,
  vanished: (columns: readonly string[]) => `It was read from ${quoted(columns)} then, which this file lacks.`,
  column: 'Column',
  examples: 'In the file',
  field: 'Is',
  ignore: 'not needed',
  noHeading: (place: number) => `column ${n(place)}, without a heading`,
  filled: (filled: number, rows: number) => `${n(filled)} of ${n(rows)} rows`,
  more: 'and others',
  required: (label: string) => `${label} (needed)`,
  constants: 'The same in every row',
  constantsHint: 'For what no column holds.',
  words: (label: string) => `What the words under “${label}” mean`,
  wordsHint: 'Words that are left empty are read as they are.',
  none: 'no value',
  asIs: 'as it is',
  dayFormat: 'How dates are written',
  dayFormatHint: 'The file allows several readings; nothing is guessed.',
  chooseDayFormat: 'choose',
  zone: 'Times are those of the organisation’s time zone; a day without a time is its beginning.',
  encoding: 'Encoding',
  delimiter: 'Separator',
  delimiters: { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'vertical bar' } as Record<string, string>,
  check: 'Check with these columns',
  faults: {
    'field-twice': (names: readonly string[]) => `Each of these is assigned more than once: ${quoted(names)}.`,
    'field-unmapped': (names: readonly string[]) =>
      `No column is assigned to ${quoted(names)}. Assign one, or give the same value for every row.`,
    'field-unknown': (names: readonly string[]) => `The register does not keep ${quoted(names)}.`,
    'heading-twice': (names: readonly string[]) =>
      `The file has the heading ${quoted(names)} more than once. Rename one of the columns in the file.`,
    'heading-empty': (places: readonly string[]) =>
      `A column without a heading cannot be read: number ${places.join(', ')}. Give it a heading in the file.`,
    'day-format-missing': (names: readonly string[]) => `Say how dates are written in ${quoted(names)}.`,
  },
}
