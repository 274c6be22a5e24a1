import { count } from '../../number-format.ts'
import { registers as evidence } from './registers.ts'

const n = (value: number) => count(value, 'en')

/** Names by the register's id; an id without a name here is shown as it is. */
const names: Record<string, string> = { ...evidence.names, travelers: 'Travelers' }

/** Why an import did not begin to read the file, by code; area `registers` has the faults of a file. */
const faults: Record<string, string> = {
  'profile-unknown': 'No such profile.',
  'sample-loaded': 'Sample data is loaded. Remove it before you enter records of your own.',
  'import-busy': 'Another import is running. Try again in a moment.',
  'import-too-slow': 'Reading took too long.',
  'import-too-hungry': 'Not enough memory to read the file.',
  'upload-broken': 'Upload interrupted. Try again.',
  'not-signed-in': 'Your session has ended. Sign in again.',
  'not-the-keeper': 'Another department maintains this register.',
  'input-invalid': 'The file name or profile is not valid.',
  'disk-full': 'Server storage is full. Nothing was imported. Free up space and try again.',
}

export const registers = {
  faults,
  names,
  title: (filled: number, all: number) =>
    filled === all ? `All ${n(all)} registers have data.` : `${n(filled)} of ${n(all)} registers have data.`,
  lead: 'If any row has an error, nothing is imported.',
  caption: 'Registers and their last import',
  columns: { name: 'Register', rows: 'Records', last: 'Last entry', goals: 'Used by', action: 'Action' },
  travelersLead: 'Travelers are counted, never listed. Imports show where their records came from.',
  never: 'never',
  import: 'Import',
  importInto: (name: string) => `Import: ${name}`,
  file: 'File (CSV, XLSX, or JSON by its profile)',
  tableFile: 'File (CSV or XLSX)',
  profile: 'Profile',
  columnsOf: 'Columns of the file',
  optionalColumn: '(optional)',
  optionalHint: 'Optional columns can be left out of the file. Their cells are then empty.',
  absentColumns: 'The file is missing these optional columns. Their cells will be empty:',
  profileHint: 'Defines the columns, dates and separators of the file.',
  profiles: {
    default: 'Standard template',
    'hr-export': 'HR system export',
    'veris-incidents': 'Incidents in the VERIS vocabulary',
    'veris-json': 'Incidents as VERIS documents (JSON)',
  } as Record<string, string>,
  checking: 'Checking. Nothing is changed yet.',
  numberColumns: (columns: readonly string[]) =>
    `${columns.map((name) => `“${name}”`).join(', ')} contain numbers: Excel drops leading zeros. If yours have some, format the column as text and enter them again.`,
  offRoster: (total: number) =>
    total === 1
      ? '1 staff number is not on the roster, so not counted yet:'
      : `${n(total)} staff numbers are not on the roster, so not counted yet, among them:`,
  confirm: 'Import',
  done: (rows: number) => `${rows === 1 ? '1 record' : `${n(rows)} records`} imported.`,
  choose: 'Choose a file',
  noFile: 'no file chosen',
  chooseFile: 'Choose a file.',
  tooBig: 'The file is larger than 256 MB.',
  importTitle: (name: string) => `Import into ${name}.`,
  importLead: 'Choose a file or drop it here. Nothing changes until you confirm.',
  fits: (rows: number, file: string) => `${rows === 1 ? '1 row fits' : `All ${n(rows)} rows fit`}: ${file}.`,
  fitsLead: 'Nothing is changed until you confirm.',
  refusedLead: (file: string) => `${file}. Correct the file and choose it again.`,
  errorRow: (row: number) => `Row ${n(row)}`,
  errors: 'Errors',
  errorColumns: { row: 'Row', column: 'Column', reason: 'What is wrong' },
  firstRows: (rowCount: number) =>
    rowCount === 1 ? 'First row, as it will be read' : `First ${n(rowCount)} rows, as they will be read`,
  changes: 'All changes',
  willAdd: (added: number, changed: number) =>
    `${added === 1 ? '1 record' : `${n(added)} records`} will be added, ${n(changed)} changed.`,
  willChangeNothing: 'The register already has all these rows.',
  proposedDay: (day: string) => `Proposed: ${day}.`,
  meant: (id: string, name: string | null) => `Do you mean ${name ? `${name} (${id})` : id}?`,
  use: (id: string) => `Use ${id}`,
  repaired: 'Corrected at this import and recorded with it. The file itself is not changed.',
  repair: (from: string, to: string, rows: number) => `${from} → ${to}, ${rows === 1 ? '1 row' : `${n(rows)} rows`}`,
  unrepair: 'Undo',
  repairsFull: 'You have corrected as many as one import can take. Correct this one in the file.',
  proposals: (rows: number) =>
    rows === 1 ? '1 date can mean only one day.' : `${n(rows)} dates can mean only one day each.`,
  acceptProposals: 'Accept the proposed dates',
  acceptedDays: 'Dates in another format are read as you accepted them. The file itself is not changed.',
  effects: (goal: string, period: string, before: string, after: string) =>
    before === after ? `${goal}, ${period}: stays at ${after}.` : `${goal}, ${period}: ${before} → ${after}.`,
  noFigure: 'no figure yet',
  effectsTitle: 'Effect on the goals',
  goTo: 'See the effect on:',
  whoIsMissing: (goal: string) => `${goal}: who is missing`,
  toRegister: (name: string) => `Open ${name}`,
  another: 'Choose another file',
  templates: 'Template:',
  more: (rows: number) => `and ${n(rows)} more`,
  refused: 'The file cannot be imported. Nothing was changed.',
  found: {
    title: 'Groups in the file',
    traits: { tripType: 'Trip types', channel: 'Channels', region: 'Regions', locale: 'Languages of emails' },
    isNew: 'new to the register',
    more: (others: number) => `and ${n(others)} others`,
    few: (travelers: number, answers: number) =>
      `After this import the register has ${n(travelers)} travelers. A wave needs ${n(answers)} answers for its goal, so import more.`,
    otherLanguages: 'Emails are not available in these languages and are sent in English:',
  },
  report: {
    notAdult: 'Not adult: never invited',
    noBasis: 'No legal basis: never invited',
    erased: 'Erased: not re-imported',
    sameAddress: 'Duplicate address: skipped',
    rows: 'Rows read',
    added: 'New',
    changed: 'Changed',
    unchanged: 'Unchanged',
  } as Record<string, string>,
  readOnly: 'Only the privacy officer and the responsible department can import.',
}
