import type { RowFault, RowFaultCode, TableFault } from '@wayproof/evidence/import/table-fault'
import { namedUnseen } from '@wayproof/kernel/people/visible-text'
import { formatExample } from '../../format-example.ts'
import { count } from '../../number-format.ts'

const n = (value: number): string => count(value, 'en')
const names = (all: readonly string[]): string => all.map((name) => `“${name}”`).join(', ')
const columns = (all: readonly string[]): string => `${all.length === 1 ? 'column' : 'columns'} ${names(all)}`

/** Spreadsheets save in the encoding of their country unless the user selects another. */
const excel = (expected: string): string => (expected === 'utf-8' ? ' In Excel or WPS, save it as “CSV UTF-8”.' : '')

/** Why a file was refused, in one sentence; nothing of it was stored. */
export function fileFault(fault: TableFault): string {
  switch (fault.code) {
    case 'binary':
      return 'This is neither a CSV nor an XLSX file. Save the table as one of them and import that.'
    case 'old-excel':
      return 'This is an old Excel file (.xls). Save it as “Excel Workbook (.xlsx)” and import that.'
    case 'xlsb':
      return 'This is a binary Excel workbook (.xlsb). Save it as “Excel Workbook (.xlsx)” and import that.'
    case 'ods':
      return 'This is an OpenDocument spreadsheet (.ods). Save it as “Excel 2007–365 (.xlsx)” and import that.'
    case 'encrypted':
      return 'The file is password-protected. Save it without a password and import that.'
    case 'bad-xlsx':
      return 'The file is damaged or not an Excel workbook. Open it in Excel or WPS, save it again as XLSX, and import that.'
    case 'several-sheets':
      return `More than one sheet matches: ${names(fault.sheets)}. Keep one.`
    case 'merged-cells':
      return `Only the first row of merged cells has a value: ${fault.ranges.join(', ')}. Unmerge them and fill in every row.`
    case 'unpacks-too-large':
      return `The file unpacks to more than ${n(fault.figures.megabytes)} MB. Split it and import the parts.`
    case 'empty-file':
      return 'The file is empty.'
    case 'no-rows':
      return 'The file has a header but no rows.'
    case 'not-csv':
      return `Row ${fault.figures.row} is not CSV: a quotation mark is missing or misplaced.`
    case 'not-json':
      return `This is not JSON: neither one document, an array nor one document per line (line ${fault.figures.row}).`
    case 'bad-encoding':
      return fault.figures.found === ''
        ? `The file is not encoded in ${fault.figures.expected.toUpperCase()}.${excel(fault.figures.expected)}`
        : `The file is encoded in ${fault.figures.found.toUpperCase()}, not ${fault.figures.expected.toUpperCase()}.${excel(fault.figures.expected)}`
    case 'too-large':
      return `The file is larger than ${n(fault.figures.megabytes)} MB. Split it and import the parts.`
    case 'too-many-rows':
      return `The file has more than ${n(fault.figures.rows)} rows. Split it and import the parts.`
    case 'registers-changed':
      return 'The registers kept changing during the check. Nothing was imported. Try again.'
    case 'too-many-columns':
      return `The file has more than ${n(fault.figures.columns)} columns.`
    case 'column-missing':
      return `The file is missing the ${columns(fault.columns)}.`
    case 'column-misspelt':
      return `These columns look misspelt: ${fault.misspelt.map(({ heading, meant }) => `“${heading}” (“${meant}”?)`).join(', ')}. Correct or remove them.`
    case 'column-twice':
      return `The file has the ${columns(fault.columns)} more than once.`
    case 'column-unknown':
      return `The file has the ${columns(fault.columns)}, which this import does not accept.`
    case 'bad-rows':
      return fault.total === 1
        ? '1 error in the file; nothing was imported.'
        : `${n(fault.total)} errors in the file; nothing was imported.${
            fault.total > fault.rows.length ? ` The first ${n(fault.rows.length)} are listed.` : ''
          }`
  }
}

function range(expected: string): string {
  const [from = '', to = ''] = expected.split('..')
  if (from && to) return `a number from ${from} to ${to}`
  return from ? `a number of ${from} or more` : to ? `a number of ${to} or less` : 'a number'
}

const span = (expected: string): string => expected.split('..').join(' to ')

const reasons: Record<RowFaultCode, (fault: RowFault) => string> = {
  'too-many-cells': ({ text, expected }) => `${text} cells, but the header has ${expected}.`,
  'too-few-cells': ({ text, expected }) => `${text} cells, but the header has ${expected}.`,
  'header-repeated': () => 'the header is repeated here.',
  required: () => 'required.',
  'too-long': ({ text, expected }) => `“${text}…” is longer than ${expected} characters.`,
  'bad-day': ({ text, expected }) => `“${text}” is not a valid date (example: ${formatExample(expected)}).`,
  'outside-span': ({ text, expected }) => `“${text}” is outside ${span(expected)}.`,
  'bad-month': ({ text, expected }) => `“${text}” is not a valid month (example: ${formatExample(expected)}).`,
  'bad-instant': ({ text, expected }) =>
    `“${text}” is not a valid date and time with time zone (example: ${formatExample(expected)}).`,
  'bad-number': ({ text, expected }) => `“${text}” is not ${range(expected)}.`,
  'bad-value': ({ text, expected }) => `“${text}” is not allowed. Use: ${expected}.`,
  'not-email': ({ text, expected }) => `“${text}” is not one email address (example: ${expected}).`,
  'formula-error': ({ text }) => `the formula failed and shows “${text}”.`,
  'bad-character': ({ text }) => `“${namedUnseen(text)}” contains a line break or an invisible character.`,
  duplicate: ({ text, otherRow }) => `“${text}” is already in row ${otherRow}. Each may appear once.`,
  'out-of-order': ({ text, expected }) => `${text} is before ${expected}.`,
  'outside-quarter': ({ text, expected }) => `${text} is not in ${expected}.`,
  'in-future': ({ text, expected }) => `${text} is in the future; today is ${expected}.`,
  'time-in-future': ({ text, expected }) => `${text} is in the future; the local time is ${expected}.`,
  'too-far-ahead': ({ text, expected }) => `${text} is too far in the future (latest: ${expected}).`,
  'before-founding': ({ text, expected }) => `${text} is before the founding date, ${expected}.`,
  'partner-offboarded': ({ text, expected }) => `the audit of ${text} is after the cooperation ended on ${expected}.`,
  overlapping: ({ text, expected, otherRow }) =>
    `${text} overlaps other leave of the same person: ${expected}${otherRow === undefined ? '' : `, in row ${otherRow}`}.`,
  'reason-wanted': () => 'enter why no notice is required.',
  'reason-for-delay': ({ expected }) => `the notice came after ${expected}. Enter why it was late.`,
  'unknown-incident': ({ text }) => `no incident “${text}” in the register.`,
  'step-missing': ({ expected }) => `required because “${expected}” is filled in.`,
  'unknown-examination': ({ text }) => `no assessment, scan or penetration test “${text}”.`,
  'unknown-partner': ({ text }) => `no partner “${text}” in the register.`,
  'unknown-surface': ({ text }) => `no platform “${text}” in the register.`,
  'unknown-version': ({ text }) => `no policy version “${text}” in the register.`,
  'unknown-country': ({ text }) => `“${text}” is not an ISO 3166-1 country code such as CN or DE.`,
  'user-in-address': ({ expected }) => `the address contains a user name or password (example: ${expected}).`,
  'private-address': ({ text }) => `“${text}” is an internal address that customers cannot open.`,
}

/** A fault of a row: place, found value and accepted values. */
export function rowFault(fault: RowFault): string {
  const place = fault.column === null ? `Row ${fault.rowNumber}` : `Row ${fault.rowNumber}, ${fault.column}`
  return `${place}: ${reasons[fault.code](fault)}`
}

/** A fault of one cell, shown beside it. */
export function cellFault(fault: RowFault): string {
  const text = reasons[fault.code](fault)
  return text.charAt(0).toUpperCase() + text.slice(1)
}
