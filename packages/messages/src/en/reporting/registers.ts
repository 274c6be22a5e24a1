import { count } from '../../number-format.ts'
import { registers as evidence } from '../registers.ts'

const n = (value: number) => count(value, 'en')

/** Names by the register's id; an id without a name here is shown as it is. */
const names: Record<string, string> = { ...evidence.names, travelers: 'Travelers' }

/** Why a row is not taken, by its code. */
const rowFaults: Record<string, string> = {
  'too-many-cells': 'More cells than columns',
  'too-few-cells': 'Fewer cells than columns',
  'header-repeated': 'The header once more',
  required: 'Must not be empty',
  'too-long': 'Too long',
  'bad-day': 'Not a day',
  'bad-month': 'Not a month',
  'bad-instant': 'Not a date with time',
  'bad-number': 'Not a number',
  'bad-value': 'Not one of the values',
  'bad-character': 'A character that cannot be read',
  duplicate: 'Occurs twice',
  'out-of-order': 'Lies before what it follows',
  'outside-quarter': 'Lies outside the quarter',
  'unknown-partner': 'No such partner',
  'unknown-surface': 'No such policy surface',
  'unknown-version': 'No such policy version',
}

/** Why a file as a whole is not taken, by its code. */
const faults: Record<string, (columns: string) => string> = {
  'empty-file': () => 'The file is empty.',
  'no-rows': () => 'The file has a header but no rows.',
  binary: () => 'This is not a text file; save the sheet as CSV first.',
  'not-csv': () => 'This is not CSV: a quotation mark is left open or stands in the wrong place.',
  'bad-encoding': () => 'The text encoding is not the one of the profile.',
  'too-large': () => 'The file is larger than 256 MB.',
  'too-many-rows': () => 'The file has too many rows.',
  'profile-unknown': () => 'This register has no such profile.',
  'import-busy': () => 'Another import is running; try again in a moment.',
  'import-too-slow': () => 'Reading took too long.',
  'import-too-hungry': () => 'Reading took too much memory.',
  'upload-broken': () => 'The upload broke off.',
  'not-signed-in': () => 'You are no longer signed in.',
  'not-an-officer': () => 'Only the privacy officer imports.',
  'input-invalid': () => 'The file name or profile cannot be used.',
  'column-missing': (columns) => `These columns are missing: ${columns}.`,
  'column-twice': (columns) => `These columns stand twice: ${columns}.`,
  'column-unknown': (columns) => `These columns are not expected: ${columns}.`,
}

export const registers = {
  rowFaults,
  faults,
  asRow: (why: string, row: number) => `${why} (see row ${n(row)})`,
  found: 'Found',
  expected: 'Expected',
  names,
  title: (filled: number, all: number) =>
    filled === all ? `All ${n(all)} registers have rows.` : `${n(filled)} of ${n(all)} registers have rows.`,
  lead: 'An import is all or nothing: a file with one faulty row changes nothing.',
  caption: 'Registers and their last import',
  columns: { name: 'Register', rows: 'Rows', last: 'Last import', by: 'By', action: 'Action' },
  never: 'never',
  empty: 'No register is set up.',
  import: 'Import',
  importInto: (name: string) => `Import: ${name}`,
  file: 'File (CSV)',
  profile: 'Profile',
  columnsOf: 'Columns the file must have',
  profileHint: 'Says which columns, dates and separators the file has.',
  profiles: {
    default: 'Plain CSV, own columns',
    'hr-export': 'Export of the HR system',
    'veris-incidents': 'Incidents in the VERIS vocabulary',
  } as Record<string, string>,
  check: 'Check first',
  checking: 'Checking; nothing is changed yet.',
  wouldChange: (rows: number) => `The file is sound: ${n(rows)} rows would be taken over.`,
  confirm: 'Import now',
  done: (rows: number) => `${n(rows)} rows are imported.`,
  choose: 'Choose a file',
  noFile: 'none chosen',
  chooseFile: 'Choose a file.',
  tooBig: 'The file is larger than 256 MB.',
  faulty: (rows: number) =>
    rows === 1 ? 'One row is faulty; nothing was changed.' : `${n(rows)} rows are faulty; nothing was changed.`,
  refused: 'The file cannot be imported; nothing was changed.',
  faultsCaption: 'Faulty rows',
  row: 'Row',
  column: 'Column',
  reason: 'Reason',
  report: {
    notAdult: 'Not adult, never asked',
    erased: 'Erased, not taken back',
    rows: 'Rows read',
    added: 'New',
    changed: 'Changed',
    unchanged: 'Unchanged',
  } as Record<string, string>,
  readOnly: 'Only the privacy officer imports.',
}
