import type { RowFault, RowFaultCode, TableFault } from '@wayproof/evidence'
import { formatExample } from '../../format-example.ts'
import { count } from '../../number-format.ts'

const n = (value: number): string => count(value, 'en')
const names = (all: readonly string[]): string => all.map((name) => `“${name}”`).join(', ')
const columns = (all: readonly string[]): string => `${all.length === 1 ? 'column' : 'columns'} ${names(all)}`

/** Spreadsheets save in the encoding of their country unless told otherwise. */
const excel = (expected: string): string => (expected === 'utf-8' ? ' In Excel or WPS, save it as “CSV UTF-8”.' : '')

/** Why a file was not taken, in one sentence; nothing of it was stored. */
export function fileFault(fault: TableFault): string {
  switch (fault.code) {
    case 'binary':
      return 'This is neither a CSV nor an XLSX file. Save the table as one of them and import that.'
    case 'old-excel':
      return 'This is a file of an old Excel (.xls). Save it as “Excel Workbook (.xlsx)” and import that.'
    case 'xlsb':
      return 'This is a binary Excel workbook (.xlsb). Save it as “Excel Workbook (.xlsx)” and import that.'
    case 'ods':
      return 'This is an OpenDocument spreadsheet (.ods). Save it as “Excel 2007–365 (.xlsx)” and import that.'
    case 'encrypted':
      return 'The file is protected with a password. Save it without one and import that.'
    case 'bad-xlsx':
      return 'The file is damaged, or no Excel workbook. Open it in Excel or WPS, save it again as XLSX, and import that.'
    case 'several-sheets':
      return `Several sheets have the columns asked for: ${names(fault.sheets)}. Keep one of them in the file.`
    case 'unpacks-too-large':
      return `The file unpacks to more than ${n(fault.figures.megabytes)} MB. Split it and import the parts.`
    case 'empty-file':
      return 'The file is empty.'
    case 'no-rows':
      return 'The file has a header and no rows.'
    case 'not-csv':
      return `Row ${fault.figures.row} is not CSV: a quotation mark is not closed, or stands where none may.`
    case 'not-json':
      return `This is neither a JSON document nor a list of them nor one a line: line ${fault.figures.row} is not JSON.`
    case 'bad-encoding':
      return fault.figures.found === ''
        ? `The file is not written in ${fault.figures.expected.toUpperCase()}, the encoding expected.${excel(fault.figures.expected)}`
        : `The file is written in ${fault.figures.found.toUpperCase()}; expected is ${fault.figures.expected.toUpperCase()}.`
    case 'too-large':
      return `The file is larger than ${n(fault.figures.megabytes)} MB. Split it and import the parts.`
    case 'too-many-rows':
      return `The file has more than ${n(fault.figures.rows)} rows. Split it and import the parts.`
    case 'registers-changed':
      return 'The registers were changed again and again while this was checked. Nothing was taken; try again.'
    case 'too-many-columns':
      return `The file has more than ${n(fault.figures.columns)} columns.`
    case 'column-missing':
      return `The file lacks the ${columns(fault.columns)}.`
    case 'column-misspelt':
      return `These columns look misspelt: ${fault.misspelt.map(({ heading, meant }) => `“${heading}” (“${meant}”?)`).join(', ')}. Correct or remove them.`
    case 'column-twice':
      return `The file has the ${columns(fault.columns)} more than once.`
    case 'column-unknown':
      return `The file has the ${columns(fault.columns)}, which this import does not take.`
    case 'bad-rows':
      return fault.total === 1
        ? 'One thing in the file is wrong; nothing was imported.'
        : `${n(fault.total)} things in the file are wrong; nothing was imported.${
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
  'too-many-cells': ({ text, expected }) => `it has ${text} cells, and the header has ${expected}.`,
  'too-few-cells': ({ text, expected }) => `it has ${text} cells, and the header has ${expected}.`,
  'header-repeated': () => 'the header is repeated here.',
  required: () => 'it is empty, and must not be.',
  'too-long': ({ text, expected }) => `“${text}…” is longer than ${expected} characters.`,
  'bad-day': ({ text, expected }) => `“${text}” is not a day. It should look like ${formatExample(expected)}.`,
  'outside-span': ({ text, expected }) => `“${text}” is too early or too late: days from ${span(expected)} are taken.`,
  'bad-month': ({ text, expected }) => `“${text}” is not a month. It should look like ${formatExample(expected)}.`,
  'bad-instant': ({ text, expected }) =>
    `“${text}” is not a moment with its time zone. It should look like ${formatExample(expected)}.`,
  'bad-number': ({ text, expected }) => `“${text}” is not ${range(expected)}.`,
  'bad-value': ({ text, expected }) => `“${text}” is not known here. It should be like: ${expected}.`,
  'not-email': ({ text, expected }) => `“${text}” is not one e-mail address. It should look like ${expected}.`,
  'formula-error': ({ text }) => `the formula failed: it shows “${text}”.`,
  'bad-character': ({ text }) => `“${text}” holds a line break or an invisible character.`,
  duplicate: ({ text, otherRow }) => `“${text}” is already in row ${otherRow}. Each may be in the file once.`,
  'out-of-order': ({ text, expected }) => `${text} lies before ${expected}.`,
  'outside-quarter': ({ text, expected }) => `${text} is not in the quarter ${expected}.`,
  'in-future': ({ text, expected }) => `${text} is in the future; today is ${expected}.`,
  'too-far-ahead': ({ text, expected }) => `${text} lies too far ahead; the latest day taken is ${expected}.`,
  'before-founding': ({ text, expected }) => `${text} lies before the company was founded, on ${expected}.`,
  'partner-offboarded': ({ text, expected }) =>
    `the audit of ${text} comes too late: the cooperation ended on ${expected}.`,
  overlapping: ({ text, expected, otherRow }) =>
    `${text} overlaps other leave of the same person: ${expected}${otherRow === undefined ? '' : `, in row ${otherRow}`}.`,
  'reason-wanted': () => 'say why none is wanted.',
  'reason-for-delay': ({ expected }) => `the notice came after ${expected}: say why it was late.`,
  'unknown-incident': ({ text }) => `there is no incident “${text}” in the register.`,
  'step-missing': ({ expected }) => `it is empty, and “${expected}” is not.`,
  'unknown-examination': ({ text }) => `there is no assessment, scan or penetration test “${text}”.`,
  'unknown-partner': ({ text }) => `there is no partner “${text}” in the register of partners.`,
  'unknown-surface': ({ text }) => `there is no policy surface “${text}” in the register.`,
  'unknown-version': ({ text }) => `there is no policy version “${text}” in the register.`,
  'unknown-country': ({ text }) => `“${text}” is no country code of ISO 3166-1, such as CN or DE.`,
  'user-in-address': ({ expected }) => `the address holds a user name or password. It should look like ${expected}.`,
  'private-address': ({ text }) => `“${text}” is an address inside the company’s network; customers cannot open it.`,
}

/** A fault of a row: place, found value and accepted values. */
export function rowFault(fault: RowFault): string {
  const place = fault.column === null ? `Row ${fault.rowNumber}` : `Row ${fault.rowNumber}, ${fault.column}`
  return `${place}: ${reasons[fault.code](fault)}`
}

/** A fault of one cell, shown beside it. */
export const cellFault = (fault: RowFault): string => reasons[fault.code](fault)
