import type { SampleProgress } from '@wayproof/scorecard/sample/audit-sample'
import type { SampleResult } from '@wayproof/scorecard/sample/sample-result'
import type { Side } from '@wayproof/scorecard/sample/traced-row'
import { percent, ratePercent } from '../../number-format.ts'

const results: Record<SampleResult, string> = {
  agrees: 'agrees',
  differs: 'differs',
  'document-missing': 'document missing',
}

const sides: Record<Side, string> = { numerator: 'numerator', denominator: 'denominator' }

/** "Error rate 4.0% (1/25); upper limit 17.6% (95% confidence)." */
function standing({ size, done, errors, errorRate, atMost }: SampleProgress): string {
  if (errorRate === null) return `0 of ${size} records checked.`
  if (atMost === null) return `${done} of ${size} records checked, ${errors} errors.`
  return `Error rate ${ratePercent(errorRate)} (${errors}/${size}); upper limit ${percent(atMost)} (95% confidence).`
}

/** Rows behind figures, and the samples that auditors draw from them. */
export const samples = {
  results,
  sides,
  standing,
  complete: (errors: number, size: number) => `Every record was checked: ${errors} of ${size} with an error.`,

  rows: {
    crumb: 'Records',
    share: (name: string, counted: number, of: number) => `${name}: ${counted} of ${of} counted.`,
    years: (name: string, counted: number, of: number) =>
      `${name}: ${counted} in the year, ${of} in the baseline year.`,
    count: (name: string, counted: number) => `${name}: ${counted} counted.`,
    none: (name: string) => `${name}: no records.`,
    lead: (period: string, counted: string) => `${period}, from the registers ${counted}.`,
    differs: (counted: number, of: number) =>
      `The published figure is ${counted} of ${of}: a register was changed after the freeze.`,
    show: 'Records shown',
    all: 'All',
    counted: 'Counted',
    rest: 'Not counted',
    columns: { row: 'Record', counted: 'Numerator', of: 'Denominator', places: 'Evidence' },
    hidden: 'Only the roster’s department and auditors see single staff records.',
    goal: 'All records behind this figure',
    answers: 'Individual responses are never shown. The server’s operator can recount the totals.',
    open: (name: string) => `Records behind ${name}`,
    earlier: 'Earlier records',
    later: 'More records',
    proof: 'what the page monitor read',
  },

  draw: {
    title: 'Draw a sample',
    lead: 'Random draw without replacement, reproducible from the seed.',
    figure: 'Figure',
    choose: 'Choose a figure',
    side: 'Population',
    from: (side: Side, rows: number) => `${sides[side]} (${rows})`,
    size: 'Records',
    hint: 'Suggested: 25, or all if fewer. No errors in 25 means at most 11.3% errors (95% confidence).',
    action: 'Draw',
    sizeFault: (rows: number) => `Enter 1 to ${rows}.`,
  },

  list: {
    title: (n: number, period: string) =>
      n === 0
        ? `No samples drawn for the ${period}.`
        : `${n} ${n === 1 ? 'sample' : 'samples'} drawn for the ${period}.`,
    lead: 'An auditor draws records behind any figure, compares them with their documents and seals the worksheet.',
    heading: 'Samples',
    how: 'Only auditors draw samples. Anyone can open the records behind a figure:',
    columns: { figure: 'Figure', rows: 'Records', standing: 'Result', drawn: 'Drawn', sealed: 'Sealed' },
    open: 'not sealed',
  },

  sheet: {
    title: (name: string, n: number) => `${name}: sample of ${n} ${n === 1 ? 'record' : 'records'}.`,
    facts: 'How it was drawn',
    from: 'Drawn from',
    frame: (side: string, rows: number) => `${side}, ${rows} records`,
    figure: 'Figure at draw',
    of: (counted: number, of: number) => (of === 0 ? String(counted) : `${counted} of ${of}`),
    by: 'Drawn by',
    seed: 'Seed',
    digest: 'Digest of the records (SHA-256)',
    method: 'Method',
    rule: 'the records with the smallest SHA-256 of seed, digest and key, one per line',
    worksheet: 'Worksheet',
    caption: 'Drawn records and how they compare with their documents',
    row: (n: number) => `Record ${n}`,
    gone: 'deleted on schedule',
    noDocument: 'This record has no file.',
    attachment: 'file',
    imported: (row: number) => `import, row ${row}`,
    seen: (name: string, on: string) => `recorded by ${name}, ${on}`,
    changed: 'Documents changed since they were checked.',
    result: 'Result',
    choose: 'Choose a result',
    chooseResult: 'Choose how the record compares with its documents.',
    note: 'Note',
    noteMissing: 'Enter what differs or is missing.',
    record: 'Save',
    open: 'no result yet',
    csv: 'Worksheet as CSV',
    xlsx: 'Worksheet as XLSX',
    seal: 'Seal the worksheet',
    sealTitle: 'Seal the worksheet?',
    sealText:
      'The worksheet becomes read-only. Its code is on the screen and in the file, and reveals any later change.',
    sealed: (name: string, on: string) => `Sealed by ${name} on ${on}.`,
    head: 'Seal code',
  },

  columns: {
    number: 'number',
    key: 'key',
    label: 'label',
    places: 'register records',
    documents: 'documents',
    result: 'result',
    note: 'note',
    by: 'recorded by',
    at: 'recorded at',
    about: 'sample',
  },

  faults: {
    'nothing-to-draw': 'There are no records to draw from.',
    'sample-size': 'Enter a sample size from 1 to the number of records, at most 500.',
    'sample-unknown': 'This sample or record does not exist.',
    'sample-sealed': 'Sealed worksheets are read-only.',
    'sample-unfinished': 'A record has no result yet.',
    'result-changed': 'Someone else just changed this. Reload the page.',
    'note-missing': 'Enter what differs or is missing.',
    'report-not-sealed': 'Only a closed half-year can be published.',
    'report-published': 'This report has already been published.',
    'report-not-published': 'This report is not published.',
  },
}
