import type { SampleResult, SampleStanding, Side } from '@wayproof/scorecard'
import { percent, ratePercent } from '../../number-format.ts'

const results: Record<SampleResult, string> = {
  agrees: 'agrees',
  differs: 'differs',
  'document-missing': 'document missing',
}

const sides: Record<Side, string> = { numerator: 'counted', denominator: 'base' }

/** "Errors: 1 of 25 (4.0%); at most 17.6% of all rows, with 95% certainty." */
function standing({ size, done, errors, errorRate, atMost }: SampleStanding): string {
  if (errorRate === null) return `None of ${size} rows has a result yet.`
  if (atMost === null) return `${done} of ${size} rows done, ${errors} with an error.`
  const rate = `Errors: ${errors} of ${size} (${ratePercent(errorRate)})`
  return `${rate}; at most ${percent(atMost)} of all rows, with 95% certainty.`
}

/** Rows behind figures, and the samples that auditors draw from them. */
export const samples = {
  results,
  sides,
  standing,
  complete: (errors: number, size: number) => `Every row was looked at: ${errors} of ${size} with an error.`,

  rows: {
    share: (name: string, counted: number, of: number) => `${name}: ${counted} of ${of} are counted.`,
    years: (name: string, counted: number, of: number) =>
      `${name}: ${counted} in the year, ${of} in the baseline year.`,
    count: (name: string, counted: number) => `${name}: ${counted} are counted.`,
    none: (name: string) => `${name}: there is no row.`,
    lead: (period: string, counted: string) => `${period}, from the registers ${counted}.`,
    differs: (counted: number, of: number) =>
      `The published figure is ${counted} of ${of}: a register was changed after it was frozen.`,
    show: 'Rows shown',
    all: 'All',
    counted: 'Counted',
    rest: 'Not counted',
    columns: { row: 'Row', counted: 'Adds', of: 'to a base of', places: 'Stands on' },
    hidden: 'These rows are members of staff. Whoever keeps the roster sees them one by one, and so does the auditor.',
    goal: 'All rows behind this figure',
    answers:
      'Answers are not opened to rows: each is a person’s. The figure is counted from tallies, which verify-anonymity and rebuild-tallies check.',
    open: (name: string) => `Rows behind ${name}`,
    earlier: 'Earlier rows',
    later: 'More rows',
    proof: 'what the watcher read',
  },

  draw: {
    title: 'Draw a sample',
    lead: 'Rows are drawn by chance, without replacement. Seed and rows are kept, so that anybody can draw the same again.',
    figure: 'Figure',
    choose: 'Choose a figure',
    side: 'From',
    from: (side: Side, rows: number) => `${side === 'numerator' ? 'the rows counted' : 'the base'} (${rows})`,
    size: 'Rows',
    hint: 'Proposed: all of up to 25 rows, else 25. No error in 25 leaves at most 11.3% of errors, with 95% certainty.',
    action: 'Draw',
    sizeFault: (rows: number) => `From 1 to ${rows}.`,
  },

  list: {
    title: (n: number, period: string) =>
      n === 0
        ? `No sample is drawn from the ${period}.`
        : `${n} ${n === 1 ? 'sample is' : 'samples are'} drawn from the ${period}.`,
    lead: 'An auditor draws rows from any figure, compares them with their documents and seals the worksheet.',
    heading: 'Samples',
    how: 'Only auditors draw samples. Anybody can open the rows behind a figure:',
    columns: { figure: 'Figure', rows: 'Rows', standing: 'Result', drawn: 'Drawn', sealed: 'Sealed' },
    open: 'not sealed',
  },

  sheet: {
    title: (name: string, n: number) => `${name}: a sample of ${n} ${n === 1 ? 'row' : 'rows'}.`,
    back: 'Samples',
    facts: 'How it was drawn',
    from: 'Drawn from',
    frame: (side: string, rows: number) => `${side}, ${rows} rows`,
    figure: 'Figure then',
    of: (counted: number, of: number) => (of === 0 ? String(counted) : `${counted} of ${of}`),
    by: 'By',
    seed: 'Seed',
    digest: 'Digest of the rows (SHA-256)',
    method: 'Method',
    rule: 'the rows with the smallest SHA-256 of seed, digest and key, a line each',
    worksheet: 'Worksheet',
    caption: 'Drawn rows and how they compare with their documents',
    row: (n: number) => `Row ${n}`,
    gone: 'deleted on schedule',
    noDocument: 'No file stands behind this row.',
    attachment: 'file',
    imported: (row: number) => `import, row ${row}`,
    seen: (name: string, on: string) => `recorded by ${name}, ${on}`,
    changed: 'The documents are not those that were seen.',
    result: 'Result',
    choose: 'Choose a result',
    chooseResult: 'Say how the row compares with its documents.',
    note: 'Note',
    noteMissing: 'Say what differs or is missing.',
    record: 'Record',
    open: 'no result yet',
    csv: 'Worksheet as CSV',
    xlsx: 'Worksheet as XLSX',
    seal: 'Seal the worksheet',
    sealTitle: 'Seal the worksheet?',
    sealText:
      'From then on it is only read. Its head is on the screen and in the file; whatever is changed breaks the chain.',
    sealed: (name: string, on: string) => `Sealed by ${name} on ${on}.`,
    head: 'Code',
  },

  columns: {
    number: 'row',
    key: 'key',
    label: 'label',
    places: 'register rows',
    documents: 'documents',
    result: 'result',
    note: 'note',
    by: 'recorded by',
    at: 'recorded at',
    about: 'sample',
  },

  faults: {
    'nothing-to-draw': 'There is no row to draw from.',
    'sample-size': 'A sample has at least one row, and at most all of them or 500.',
    'sample-unknown': 'This sample, or this row of it, is not there.',
    'sample-sealed': 'This worksheet is sealed: it is only read.',
    'sample-unfinished': 'A row has no result yet.',
    'result-changed': 'Somebody else has written here meanwhile. Look at the page again.',
    'note-missing': 'Say what differs or is missing.',
    'report-not-sealed': 'Only a closed half-year can be published.',
    'report-published': 'This report is published already.',
    'report-not-published': 'This report is not published.',
  },
}
