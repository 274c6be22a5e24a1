import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'en')
const rowsOf = (value: number) => (value === 1 ? 'one row' : `${n(value)} rows`)

/** A register opened to its rows. */
export const rows = {
  title: (register: string, total: number) => `${register}: ${rowsOf(total)}.`,
  found: (register: string, total: number) => `${register}: ${rowsOf(total)} found.`,
  units: (register: string) => `${register}: counted by unit.`,
  unitsLead: 'The rows are about single members of staff. You see units of five or more, and the others together.',
  tooFew: 'There are too few people to show even their number.',
  unit: 'Unit',
  people: 'People',
  otherUnits: 'other units',
  lead: 'Each row tells the file that brought it. A row opens to all that is known of it.',
  search: 'Find',
  only: 'Only',
  everything: 'all rows',
  choice: (field: string, value: string) => `${field}: ${value}`,
  find: 'Search',
  clear: 'Show all',
  none: 'No row is like this.',
  empty: 'The register has no rows yet.',
  source: 'Came with',
  byHand: 'entered by hand',
  fromRow: (row: number) => `row ${n(row)}`,
  page: (page: number, all: number) => `Page ${n(page)} of ${n(all)}`,
  before: 'Earlier rows',
  after: 'Later rows',
  back: (register: string) => `‹ ${register}`,
  allRegisters: '‹ Registers',
  row: 'What the register says',
  origin: 'Where it comes from',
  file: 'File',
  fileRow: 'Row in the file',
  digest: 'SHA-256 of the file',
  imported: 'Imported',
  importedBy: 'Imported by',
  gone: 'This row is not in the register.',
}
