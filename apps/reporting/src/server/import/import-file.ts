import { importTable, type RowFault } from '@wayproof/evidence'
import { type Fault, type Outcome, ok } from '@wayproof/kernel'
import type { ImportedRegister } from '@wayproof/store'
import { BASIS_KINDS, importTravelers, type TravelerRow, type TravelerRowFault } from '@wayproof/survey'
import type { Parts } from '../context.ts'
import { surveyPorts } from '../ports.ts'
import { readingOf } from './profiles.ts'
import { type ImportedTable, readFile } from './read-file.ts'

export interface ImportFile {
  readonly register: ImportedRegister
  readonly profile: string
  readonly fileName: string
  readonly dryRun: boolean
  /** Id of the officer. */
  readonly by: string
  readonly source: AsyncIterable<Uint8Array>
}

export interface ImportReport {
  readonly rows: number
  readonly digest: string
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** Travelers only: kept, but never invited. */
  readonly notAdult?: number
  /** Travelers only: kept, but never invited for want of a legal basis. */
  readonly noBasis?: number
  /** Travelers only: left out, for they asked to be erased. */
  readonly erased?: number
  /** Columns of codes in which the file has numbers, so that zeros in front are lost. */
  readonly numberColumns?: readonly string[]
}

/** `rows` are the first 100 faults of single rows; `total` counts all of them. */
export type ImportFault = Fault & {
  readonly columns?: readonly string[]
  readonly rows?: readonly RowFault[]
  readonly total?: number
}

const FAULTS_TOLD = 100

/** Reads a file and takes it into its register: all of it, or nothing. Fault `profile-unknown`, and those of the file. */
export async function importFile(parts: Parts, command: ImportFile): Promise<Outcome<ImportReport, ImportFault>> {
  const reading = readingOf(command.register, command.profile)
  if (!reading) return { ok: false, fault: { code: 'profile-unknown' } }
  const table = await readFile(command.source, reading)
  if (!table.ok) return table
  const taken =
    command.register === 'travelers'
      ? await takeTravelers(parts, command, table.value)
      : await importTable(
          { evidence: parts.store.evidence, clock: parts.clock, ids: parts.ids },
          { ...command, register: command.register, profile: reading.profile, table: table.value },
        )
  return taken.ok ? ok({ ...taken.value, numberColumns: table.value.numberColumns }) : taken
}

async function takeTravelers(
  parts: Parts,
  { fileName, by, dryRun }: ImportFile,
  { rows, digest, rowCount }: ImportedTable,
): Promise<Outcome<ImportReport, ImportFault>> {
  // The fields of a traveler file are texts, a month and a yes-no.
  const travelers = rows as readonly TravelerRow[]
  const taken = await importTravelers(surveyPorts(parts), { rows: travelers, fileName, digest, by, dryRun })
  if (taken.ok) return { ok: true, value: { rows: rowCount, digest, ...taken.value } }
  const faults = taken.fault.rows
  const cells = new Map(travelers.map(({ rowNumber, cells }) => [rowNumber, cells]))
  const told = faults.slice(0, FAULTS_TOLD).map((fault) => rowFault(fault, cells.get(fault.rowNumber)))
  return { ok: false, fault: { code: 'bad-rows', rows: told, total: faults.length } }
}

/** In the form of the other registers, whose codes name the same things. */
function rowFault({ rowNumber, code, figures }: TravelerRowFault, cells: TravelerRow['cells'] = {}): RowFault {
  const told = TRAVELER_FAULTS[code]
  const field = typeof figures?.field === 'string' ? figures.field : (told?.column ?? null)
  const text = String(field === null ? '' : (cells[field] ?? '')).slice(0, TEXT_TOLD)
  const other = typeof figures?.row === 'number' ? { otherRow: figures.row } : {}
  return { rowNumber, column: field, code: told?.code ?? 'bad-value', text, expected: told?.expected ?? '', ...other }
}

const TEXT_TOLD = 40

interface TravelerFault {
  readonly code: RowFault['code']
  readonly expected?: string
  readonly column?: string
}

const TRAVELER_FAULTS: Readonly<Record<string, TravelerFault>> = {
  'cell-empty': { code: 'required' },
  'text-too-long': { code: 'too-long', expected: '100' },
  'month-invalid': { code: 'bad-month', expected: 'YYYY-MM' },
  'country-invalid': { code: 'bad-value', expected: 'CN, DE, CN DE' },
  'basis-invalid': { code: 'bad-value', expected: BASIS_KINDS.join(', ') },
  'day-invalid': { code: 'bad-day', expected: 'YYYY-MM-DD' },
  'email-invalid': { code: 'bad-value', expected: 'name@company.example' },
  'customer-twice': { code: 'duplicate', column: 'customerNumber' },
  'address-twice': { code: 'duplicate', column: 'email' },
  'address-taken': { code: 'taken', column: 'email' },
}
