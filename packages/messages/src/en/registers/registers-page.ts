import { count } from '../../number-format.ts'
import { registers as evidence } from './registers.ts'

const n = (value: number) => count(value, 'en')

/** Names by the register's id; an id without a name here is shown as it is. */
const names: Record<string, string> = { ...evidence.names, travelers: 'Travelers' }

/** Why an import did not come to reading the file, by its code; what is wrong in a file the area `registers` says. */
const faults: Record<string, string> = {
  'profile-unknown': 'This register has no such profile.',
  'import-busy': 'Another import is running; try again in a moment.',
  'import-too-slow': 'Reading took too long.',
  'import-too-hungry': 'Reading took too much memory.',
  'upload-broken': 'The upload broke off.',
  'not-signed-in': 'You are no longer signed in.',
  'not-the-keeper': 'Another office keeps this register.',
  'input-invalid': 'The file name or profile cannot be used.',
  'disk-full': 'The server’s disk is full. Nothing was imported; try again when there is room.',
}

export const registers = {
  faults,
  names,
  title: (filled: number, all: number) =>
    filled === all ? `All ${n(all)} registers have rows.` : `${n(filled)} of ${n(all)} registers have rows.`,
  lead: 'An import is all or nothing: a file with one faulty row changes nothing.',
  caption: 'Registers and their last import',
  columns: { name: 'Register', rows: 'Rows', last: 'Last import', by: 'By', action: 'Action' },
  keptBy: (office: string) => `Kept by: ${office}`,
  never: 'never',
  empty: 'No register is set up.',
  import: 'Import',
  importInto: (name: string) => `Import: ${name}`,
  file: 'File (CSV, XLSX, or JSON by its profile)',
  tableFile: 'File (CSV or XLSX)',
  profile: 'Profile',
  columnsOf: 'Columns of the file',
  optionalColumn: '(optional)',
  optionalHint: 'Optional columns may be left out of the file. Their cells are then empty.',
  absentColumns: 'The file lacks these optional columns. Their cells will be empty:',
  profileHint: 'Says which columns, dates and separators the file has.',
  profiles: {
    default: 'Plain table, own columns',
    'hr-export': 'Export of the HR system',
    'veris-incidents': 'Incidents in the VERIS vocabulary',
    'veris-json': 'Incidents as VERIS documents (JSON)',
  } as Record<string, string>,
  check: 'Check first',
  checking: 'Checking; nothing is changed yet.',
  wouldChange: (rows: number) => `The file is sound: ${n(rows)} rows would be taken over.`,
  numberColumns: (columns: readonly string[]) =>
    `Numbers stand in ${columns.map((name) => `“${name}”`).join(', ')}: Excel drops zeros in front of numbers. If yours have some, format the column as text and enter them anew.`,
  offRoster: (total: number) =>
    total === 1
      ? 'One staff number is not in the roster and counts for nobody until it is:'
      : `${n(total)} staff numbers are not in the roster and count for nobody until they are, among them:`,
  confirm: 'Import now',
  done: (rows: number) => `${n(rows)} rows are imported.`,
  choose: 'Choose a file',
  noFile: 'none chosen',
  chooseFile: 'Choose a file.',
  tooBig: 'The file is larger than 256 MB.',
  more: (rows: number) => `and ${n(rows)} more`,
  refused: 'The file cannot be imported; nothing was changed.',
  found: {
    title: 'Groups in the file',
    traits: { tripType: 'Trip types', channel: 'Channels', region: 'Regions', locale: 'Languages of the letters' },
    isNew: 'new to the register',
    more: (others: number) => `and ${n(others)} others`,
    otherLanguages: 'No letters are written in these languages; letters go out in English:',
  },
  report: {
    notAdult: 'Not adult, never asked',
    noBasis: 'Without a sufficient legal basis, never asked',
    erased: 'Erased, not taken back',
    sameAddress: 'Left out: another traveler has the same address',
    rows: 'Rows read',
    added: 'New',
    changed: 'Changed',
    unchanged: 'Unchanged',
  } as Record<string, string>,
  readOnly: 'The privacy officer and the office that keeps a register import.',
}
